import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { expect, test } from "vitest";
import { openEmbeddedBallotWriter } from "../../api/store/embedded/ballot-writer.ts";
import { bytes, newBallot, openTestUrn } from "../store/urn.ts";
import { countersAndRecount, inUrn, seededRandom } from "./rig.ts";

const ballots = 120;
const tears = 200;

test("a log torn or spoilt anywhere yields the ballots committed before that place, whole, with their counters", async () => {
  const urn = await openTestUrn("embedded");
  await urn.client.execute("PRAGMA wal_checkpoint(TRUNCATE)"); // The log holds ballots alone.
  for (let index = 0; index < ballots; index += 1) {
    const level = index % 3 ? "satisfied" : "dissatisfied";
    const cells = JSON.stringify([["unit-001", "level", level, 1, 0, 0]]);
    await urn.writer.write([newBallot(`ballot ${index}`, { cells })]);
  }
  const log = readFileSync(`${urn.file}-wal`);
  const order = Array.from({ length: ballots }, (_, index) =>
    Buffer.from(bytes(`ballot ${index}`)).toString("hex"),
  );
  const random = seededRandom(7);
  const survived = new Set<number>();
  for (let tear = 0; tear < tears; tear += 1) {
    const folder = mkdtempSync(join(tmpdir(), "wanping-torn-"));
    copyFileSync(urn.file, join(folder, "urn.db"));
    writeFileSync(join(folder, "urn.db-wal"), spoil(log, random));
    await openEmbeddedBallotWriter(join(folder, "urn.db")).close();
    const stored = (await inUrn(folder, "SELECT lower(hex(serial)) AS serial FROM ballot")).map(
      ({ serial }) => String(serial),
    );
    expect(stored.sort()).toEqual(order.slice(0, stored.length).sort());
    const { counters, recount } = await countersAndRecount(folder);
    expect(counters).toEqual(recount);
    const client = createClient({ url: `file:${join(folder, "urn.db")}` });
    expect((await client.execute("PRAGMA integrity_check")).rows).toMatchObject([
      { integrity_check: "ok" },
    ]);
    client.close();
    rmSync(folder, { recursive: true });
    survived.add(stored.length);
  }
  expect(survived.size).toBeGreaterThan(20);
  await urn.close();
});

/** Half of the time cut, half of the time one byte changed. */
function spoil(log: Buffer, random: () => number): Buffer {
  const place = Math.floor(random() * log.length);
  if (random() < 0.5) return log.subarray(0, place);
  const spoilt = Buffer.from(log);
  spoilt[place] = (spoilt[place] ?? 0) ^ (1 + Math.floor(random() * 255));
  return spoilt;
}
