import { afterEach, beforeEach, expect, test } from "vitest";
import { castAll, castBallot, getDevice, NoAnswerError } from "../../sdk/index.ts";
import { createSdkApp, rating, type SdkApp } from "./support/app.ts";

let api: SdkApp;
beforeEach(async () => {
  api = await createSdkApp();
});
afterEach(() => api.close());

/** A network that delivers requests to an address, and loses the first answers from there. */
function losingAnswers(path: string, count: number) {
  let lost = 0;
  let delivered = 0;
  const network: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const atPath = new URL(request.url).pathname === path;
    const response = await api.settings.fetch(request);
    if (!atPath) return response;
    delivered += 1;
    if (lost === count) return response;
    lost += 1;
    throw new TypeError("connection reset");
  };
  return { network, delivered: () => delivered };
}

test("answers lost after the server stored the ballot: the SDK asks again, exactly one is counted", async () => {
  const credential = await api.newDevice("device-01");
  const { network, delivered } = losingAnswers("/v1/ballots", 3);
  const client = api.asDevice(credential, network);
  const body = rating(1);
  const receipt = await castBallot({ client, body });
  expect(receipt).toMatchObject({ serial: body.serial, state: "counted" });
  expect(delivered()).toBe(4);
  expect(await api.countedBallots()).toBe(1);
});

test("a call that gave up says that it may be repeated; repeating counts once", async () => {
  const credential = await api.newDevice("device-01");
  const { network } = losingAnswers("/v1/ballots", 4);
  const client = api.asDevice(credential, network);
  const body = rating(1);
  const error = await castBallot({ client, body }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(NoAnswerError);
  expect(error).toMatchObject({ repeatable: true, attempts: 4 });
  expect(await castBallot({ client, body })).toMatchObject({ state: "counted" });
  expect(await api.countedBallots()).toBe(1);
});

test("450 ballots travel in three batches, each with a result of its own and in order", async () => {
  const credential = await api.newDevice("device-01");
  const { network, delivered } = losingAnswers("/v1/ballots/batch", 1);
  const client = api.asDevice(credential, network);
  const ballots = Array.from({ length: 450 }, (_, index) => rating(index + 1));
  const bad = rating(451, "delighted");
  ballots[7] = bad;
  const outcomes = await castAll(ballots, { client });
  expect(outcomes.map(({ ballot }) => ballot)).toEqual(ballots);
  expect(outcomes[7]).toMatchObject({ status: "refused", error: { code: "off_instrument" } });
  expect(outcomes.filter(({ status }) => status === "recorded")).toHaveLength(449);
  expect(delivered()).toBe(4);
  expect(await api.countedBallots()).toBe(449);
});

test("what could not be sent is told apart, nothing behind it is sent, and sending all again counts once", async () => {
  const credential = await api.newDevice("device-01");
  const broken = api.asDevice(credential, losingAnswers("/v1/ballots/batch", 4).network);
  const ballots = Array.from({ length: 250 }, (_, index) => rating(index + 1));
  const first = await castAll(ballots, { client: broken });
  expect(new Set(first.map(({ status }) => status))).toEqual(new Set(["unsent"]));
  expect(await api.countedBallots()).toBe(200);
  const second = await castAll(ballots, { client: api.asDevice(credential) });
  expect(second.every(({ status }) => status === "recorded")).toBe(true);
  expect(await api.countedBallots()).toBe(250);
});

test("a missing number shows in the fleet", async () => {
  const client = api.asDevice(await api.newDevice("device-01"));
  await castAll([rating(1), rating(4)], { client });
  const device = await getDevice({ client: api.organiser, path: { device: "device-01" } });
  expect(device.missingNumbers).toEqual([{ first: 2, last: 3 }]);
});
