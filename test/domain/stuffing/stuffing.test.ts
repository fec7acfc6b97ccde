import { describe, expect, test } from "vitest";
import { type AlikeBallots, findSuspicions } from "../../../api/domain/stuffing.ts";
import { seededRandom } from "../../attack/rig.ts";

const nobodyCounted = new Map<string, number>();
const kindsOf = (groups: AlikeBallots[], visits = nobodyCounted) =>
  findSuspicions(groups, visits).map(({ kind, ...rest }) => [kind, { ...rest }]);

/** A month of a county in which so many of a hundred are satisfied, on devices of different size. */
function county(satisfied: number, seed: number): AlikeBallots[] {
  const random = seededRandom(seed);
  const isContent = () => random() * 100 < satisfied;
  return Array.from({ length: 40 }, (_, index) => index + 1).flatMap((number) => {
    const usual = 5 + Math.floor(random() * 60);
    return Array.from({ length: 22 }, (_, index) => index + 1).flatMap((day) => {
      const ballots = Math.max(1, Math.round(usual * (0.5 + random())));
      const content = Array.from({ length: ballots }, isContent).filter(Boolean).length;
      const place = { device: `device-${number}`, unit: `unit-${number}`, on: dayOf(day) };
      return [
        { ...place, answers: "satisfied", ballots: content },
        { ...place, answers: "not", ballots: ballots - content },
      ].filter((group) => group.ballots > 0);
    });
  });
}
const dayOf = (day: number) => `2020-06-${String(day).padStart(2, "0")}`;

describe("in an honest month hardly anything is suspicious, however content people are", () => {
  test.each([60, 90, 95, 98, 99.5, 100])("%i of a hundred satisfied", (satisfied) => {
    const groups = county(satisfied, 7);
    const found = findSuspicions(groups, nobodyCounted);
    expect(found.filter(({ kind }) => kind === "burst")).toEqual([]);
    // 880 days of devices: chance alone may show one in a hundred of them.
    expect(found.length).toBeLessThan(9);
  });
});

const stuffed = (ballots: number): AlikeBallots => ({
  ...{ device: "device-3", unit: "unit-3", on: dayOf(23) },
  ...{ answers: "satisfied", ballots },
});
const honest = (ballots: number): AlikeBallots => ({ ...stuffed(ballots), answers: "not" });

test("a run of identical ratings is seen although a few honest ones lie among them", () => {
  const found = kindsOf([...county(85, 7), stuffed(190), honest(3)]);
  expect(found).toContainEqual([
    "identical-run",
    { device: "device-3", on: dayOf(23), ballots: 193 },
  ]);
});

test("a device that stuffs every day alike is measured by the other devices, not by itself", () => {
  const device = "device-99";
  const days = Array.from({ length: 20 }, (_, day) => ({
    ...stuffed(80),
    device,
    on: dayOf(day + 1),
  }));
  const found = kindsOf([...county(85, 7), ...days]).filter(
    ([, where]) => Object(where).device === device,
  );
  expect(found.map(([kind]) => kind)).toEqual(Array.from({ length: 20 }, () => "identical-run"));
});

test("where there is no other device to compare with, forty ratings all alike are a run, and one other ends it", () => {
  expect(kindsOf([stuffed(40)]).map(([kind]) => kind)).toEqual(["identical-run"]);
  expect(kindsOf([stuffed(39)])).toEqual([]);
  expect(kindsOf([stuffed(40), honest(1)])).toEqual([]);
});

test("a burst stands out from the device's own days, not from its first ones", () => {
  const days = [10, 12, 9, 11].map((ballots, day) => ({ ...honest(ballots), on: dayOf(day + 1) }));
  const burst = [stuffed(30), honest(20)];
  expect(kindsOf([...days, ...burst])).toEqual([
    ["burst", { device: "device-3", on: dayOf(23), ballots: 50, expected: 11 }],
  ]);
  expect(kindsOf([...days.slice(0, 2), ...burst])).toEqual([]);
});

test("more ratings than visits are seen, for all devices of the unit together; days without a count say nothing", () => {
  const two = [stuffed(12), { ...stuffed(12), device: "device-4" }];
  const visits = (count: number) => new Map([[`unit-3 ${dayOf(23)}`, count]]);
  const expected = { unit: "unit-3", on: dayOf(23), ballots: 24, expected: 20 };
  expect(kindsOf(two, visits(20))).toEqual([["over-footfall", expected]]);
  expect(kindsOf(two, visits(24))).toEqual([]);
  expect(kindsOf(two)).toEqual([]);
});
