import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { enrolDevice, rating } from "../support/device.ts";
import { openJune } from "../support/june.ts";
import { countersAndRecount, inUrn, pause, type Rig, seededRandom, startRig } from "./rig.ts";

const kills = 50;
const clients = 8;
const levels = ["very-satisfied", "satisfied", "dissatisfied"];

type Device = Awaited<ReturnType<typeof enrolDevice>>;

/** A client as a device is one: it keeps a serial until it is answered, and now and then sends it once more afterwards. */
async function rateUntil(
  isOver: () => boolean,
  { device, seed, acknowledged }: Client,
): Promise<number> {
  const random = seededRandom(seed);
  let number = 0;
  let retries = 0;
  while (!isOver()) {
    const ballots = Array.from({ length: random() < 0.3 ? 5 : 1 }, () => {
      number += 1;
      return ratingOf(`${seed} ${number}`, number, random);
    });
    const first = await sendUntilAnswered(device, ballots, random);
    retries += first.retries;
    for (const [serial, commitment] of first.receipts) acknowledged.set(serial, commitment);
    if (random() < 0.2) {
      const again = await sendUntilAnswered(device, ballots, random);
      expect(again.receipts).toEqual(first.receipts);
    }
  }
  return retries;
}

interface Client {
  device: Device;
  seed: number;
  /** Commitment by serial. */
  acknowledged: Map<string, string>;
}

function ratingOf(name: string, number: number, random: () => number) {
  const unit = `unit-00${1 + Math.floor(random() * 3)}`;
  const level = levels[Math.floor(random() * 3)];
  const serial = createHash("sha256").update(name).digest("base64url");
  const answers = { kind: "levels", unit, level };
  return rating({ serial, number, ratedAt: "2020-06-03T11:00:00+08:00", answers });
}

async function sendUntilAnswered(device: Device, ballots: object[], random: () => number) {
  for (let retries = 0; ; retries += 1) {
    const receipts = await send(device, ballots).catch(() => undefined);
    if (receipts) return { receipts, retries };
    await pause(10 + random() * 40);
  }
}

/** Serials and commitments; undefined where the server says that it cannot now. */
async function send(device: Device, ballots: object[]): Promise<[string, string][] | undefined> {
  const [only] = ballots;
  const answer = ballots.length === 1 ? await device.cast(only) : await device.castAll(ballots);
  if (answer.status >= 500) return undefined;
  const body = await answer.json();
  const receipts = body.results?.map(({ receipt }: { receipt: unknown }) => receipt) ?? [body];
  return receipts.map(({ serial, commitment }: Record<string, string>) => [serial, commitment]);
}

test(`after ${kills} kills of the server under ${clients} retrying clients: acknowledged = stored = tallied`, async () => {
  const rig: Rig = await startRig();
  await openJune(rig.api);
  const devices = await Promise.all(
    Array.from({ length: clients }, (_, index) => enrolDevice(rig.api, `client-${index}`)),
  );
  const acknowledged = new Map<string, string>();
  let over = false;
  const running = devices.map((device, index) =>
    rateUntil(() => over, { device, seed: index + 1, acknowledged }),
  );
  const random = seededRandom(99);
  for (let kill = 0; kill < kills; kill += 1) {
    await pause(50 + random() * 250);
    await rig.kill();
    await rig.start();
  }
  over = true;
  const retries = (await Promise.all(running)).reduce((sum, count) => sum + count, 0);
  const closed = await rig.api.asOrganiser("POST", "/v1/rounds/june/close", {
    early: { role: "test", reason: "the attack is over" },
  });
  expect(closed.status).toBe(200);
  await rig.stop();

  const stored = await inUrn(rig.folder, "SELECT lower(hex(serial)) AS serial FROM ballot");
  const expected = [...acknowledged.keys()].map((serial) =>
    createHash("sha256").update(Buffer.from(serial, "base64url")).digest("hex"),
  );
  expect(stored.map(({ serial }) => serial).sort()).toEqual(expected.sort());
  const { counters, recount } = await countersAndRecount(rig.folder);
  expect(counters).toEqual(recount);
  expect(counters.reduce((sum, { count }) => sum + Number(count), 0)).toBe(acknowledged.size);
  console.log(`${acknowledged.size} acknowledged, ${retries} retries`);
  expect(retries).toBeGreaterThan(kills);
  rig.remove();
});
