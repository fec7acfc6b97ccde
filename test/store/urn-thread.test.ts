import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client/web";
import { expect, test, vi } from "vitest";
import { Refusal } from "../../api/refusal.ts";
import { openEmbeddedBallotWriter } from "../../api/store/embedded/ballot-writer.ts";
import { openRemoteBallotWriter } from "../../api/store/remote/ballot-writer.ts";
import { newBallot, openTestUrn } from "./urn.ts";

const codeOf = (reason: unknown) => (reason instanceof Refusal ? reason.code : reason);

test("a ballot that breaks its transaction fails alone: its neighbours in the same commit are stored", async () => {
  const urn = await openTestUrn("embedded");
  const names = ["a", "b", "broken", "c", "d"];
  const outcomes = await Promise.allSettled(
    names.map((name) =>
      urn.writer.write([newBallot(name, name === "broken" ? { cells: "not JSON" } : {})]),
    ),
  );
  expect(
    outcomes.map((one) =>
      one.status === "fulfilled" ? one.value[0]?.outcome : codeOf(one.reason),
    ),
  ).toEqual(["stored", "stored", "storage_failed", "stored", "stored"]);
  const { rows } = await urn.client.execute("SELECT count FROM tally");
  expect(rows).toMatchObject([{ count: 4 }]);
  await urn.close();
});

test("when another process held the urn for longer than the thread waits, ballots are taken as soon as it lets go", async () => {
  const urn = await openTestUrn("embedded");
  await urn.writer.write([newBallot("before")]);
  const other = await urn.client.transaction("write");
  const during = [newBallot("a"), newBallot("b")];
  await expect(urn.writer.write(during).catch(codeOf)).resolves.toBe("storage_failed");
  await other.rollback();
  await expect(urn.writer.write(during)).resolves.toMatchObject([
    { outcome: "stored" },
    { outcome: "stored" },
  ]);
  await urn.close();
}, 30_000);

test("when the thread cannot open the urn, ballots are refused to be sent again, and taken once it can", async () => {
  const parent = mkdtempSync(join(tmpdir(), "wanping-urn-"));
  const folder = join(parent, "not-there-yet");
  const writer = openEmbeddedBallotWriter(join(folder, "urn.db"));
  const { serial, body } = newBallot("a");
  await expect(writer.find({ serial, body }).catch(codeOf)).resolves.toBe("storage_failed");
  await expect(writer.find({ serial, body }).catch(codeOf)).resolves.toBe("storage_failed");
  mkdirSync(folder);
  await writer.close();
  rmSync(parent, { recursive: true });
});

test("the log says why the urn cannot be opened", async () => {
  const folder = mkdtempSync(join(tmpdir(), "wanping-urn-"));
  writeFileSync(join(folder, "urn.db"), "x".repeat(8192));
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const writer = openEmbeddedBallotWriter(join(folder, "urn.db"));
  const { serial, body } = newBallot("a");
  await expect(writer.find({ serial, body }).catch(codeOf)).resolves.toBe("storage_failed");
  expect(String(log.mock.lastCall)).toContain("file is not a database");
  log.mockRestore();
  await writer.close();
  rmSync(folder, { recursive: true });
});

test("a flood of ballots that rules refuse fills no more than the queue: each asks whether it is recorded", async () => {
  const urn = await openTestUrn("embedded");
  const { serial, body } = newBallot("never sent");
  const asked = Array.from({ length: 6000 }, () => urn.writer.find({ serial, body }));
  const settled = await Promise.allSettled(asked);
  const refused = settled.flatMap((one) => (one.status === "rejected" ? [codeOf(one.reason)] : []));
  expect(refused).toEqual(Array.from({ length: 1000 }, () => "overloaded"));
  await urn.close();
});

test("a remote urn that does not answer is a reason to try again, also for whoever asks what it holds", async () => {
  const client = createClient({ url: "http://127.0.0.1:9", authToken: "none" });
  const writer = openRemoteBallotWriter(client);
  const ballot = newBallot("a");
  await expect(writer.write([ballot]).catch(codeOf)).resolves.toBe("storage_failed");
  await expect(writer.find(ballot).catch(codeOf)).resolves.toBe("storage_failed");
});

test("closing twice, with ballots waiting, stores them once and ends", async () => {
  const urn = await openTestUrn("embedded");
  const written = Promise.all(["a", "b", "c"].map((name) => urn.writer.write([newBallot(name)])));
  await Promise.all([urn.writer.close(), urn.writer.close()]);
  expect((await written).flat().map(({ outcome }) => outcome)).toEqual(Array(3).fill("stored"));
  await expect(urn.writer.write([newBallot("d")]).catch(codeOf)).resolves.toBe("overloaded");
  await urn.close();
});
