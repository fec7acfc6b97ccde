import { expect, test } from "vitest";
import { enrolDevice, rating } from "../support/device.ts";
import { openJune } from "../support/june.ts";
import { countersAndRecount, inUrn, startRig } from "./rig.ts";

/** The shell's limit on the size of any file, in kilobytes: beyond it every write fails, as on a full disk. */
const limitKilobytes = 1500;

test("when the disk takes no more: 503 and nothing acknowledged; with room again, everything acknowledged is there and the rest is taken", async () => {
  const rig = await startRig();
  await openJune(rig.api);
  const device = await enrolDevice(rig.api, "kiosk-1");
  await rig.stop();
  await rig.start("/bin/bash", [
    "-c",
    `ulimit -f ${limitKilobytes}; exec "${process.execPath}" "$0" "$@"`,
  ]);
  const acknowledged: string[] = [];
  const refused: object[] = [];
  for (let batch = 0; batch < 60 && refused.length === 0; batch += 1) {
    const ballots = Array.from({ length: 50 }, () =>
      rating({ ratedAt: "2020-06-03T11:00:00+08:00" }),
    );
    const answer = await device.castAll(ballots);
    if (answer.status === 200) {
      const { results } = await answer.json();
      expect(results.every(({ status }: { status: number }) => status === 201)).toBe(true);
      acknowledged.push(...ballots.map(({ serial }) => serial));
    } else {
      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject({ code: "storage_failed", retry: "later" });
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      refused.push(...ballots);
    }
  }
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(refused.length).toBeGreaterThan(0);
  await rig.kill();
  const countStored = async () =>
    (await inUrn(rig.folder, "SELECT count(*) AS n FROM ballot"))[0]?.n;
  expect(await countStored()).toBe(acknowledged.length);
  await rig.start();
  expect((await device.castAll(refused)).status).toBe(200);
  await rig.stop();
  expect(await countStored()).toBe(acknowledged.length + refused.length);
  const { counters, recount } = await countersAndRecount(rig.folder);
  expect(counters).toEqual(recount);
  rig.remove();
});
