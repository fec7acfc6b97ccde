import { afterAll, beforeAll, expect, test } from "vitest";
import { castOf, type Role } from "../../api/demo/rounds/dianjiang/cast.ts";
import { quarters } from "../../api/demo/rounds/dianjiang/quarters.ts";
import { dianjiang } from "../../api/demo/rounds/dianjiang/script.ts";
import { demoSections } from "../../api/demo/rounds/sections.ts";
import { smallDianjiang } from "./small.ts";
import { holdersOf, openStage } from "./stage.ts";

const { sections: all } = demoSections({ id: "dianjiang", zh: "", en: "" });
const sections = all.slice(0, smallDianjiang.sections);
const cast = castOf(sections);
const agenciesOf = (...roles: Role[]) =>
  sections.filter(({ id }) => roles.some((role) => cast.get(id) === role)).map((it) => it.agency);

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
  for (const quarter of quarters) await stage.play(dianjiang(quarter, smallDianjiang));
});
afterAll(() => stage.close());

test("three clean quarters earn the agency gold; too little work and a verified bad rating bar it", async () => {
  const third = holdersOf(await stage.result("dianjiang-2022-q3"), "gold-title");
  const fourth = holdersOf(await stage.result("dianjiang-2022-q4"), "gold-title");
  expect(third.state).toBe("final");
  expect(third.ids).toEqual(expect.arrayContaining(agenciesOf("clean")));
  expect(third.ids).not.toContain(agenciesOf("clean-from-second")[0]);
  expect(fourth.state).toBe("final");
  expect(fourth.ids).toEqual(expect.arrayContaining(agenciesOf("clean", "clean-from-second")));
  for (const barred of agenciesOf("broken-in-third", "hardly-any-work", "hardly-rated")) {
    expect(fourth.ids).not.toContain(barred);
  }
});

test("the lowest four service sections and the lowest enforcement section are carded, the lowest three of all talked to", async () => {
  for (const { number } of quarters) {
    const round = `dianjiang-2022-q${number}`;
    const result = await stage.result(round);
    const units = await stage.units(round);
    const lowest = (pool: string, places: number) => {
      const ranked = units.flatMap(({ unit, pool: own, total: { value } }) =>
        own.startsWith(pool) && value !== undefined ? [{ unit, value }] : [],
      );
      ranked.sort((one, other) => one.value - other.value);
      const cut = ranked[places - 1]?.value ?? -1;
      return ranked.filter(({ value }) => value <= cut).map(({ unit }) => unit);
    };
    const held = (award: string) => new Set(holdersOf(result, award).ids);
    expect(held("yellow-card-service")).toEqual(new Set(lowest("dianjiang-service", 4)));
    expect(held("yellow-card-enforcement")).toEqual(new Set(lowest("dianjiang-enforcement", 1)));
    expect(held("two-tier-talks")).toEqual(new Set(lowest("dianjiang", 3)));
  }
});

test("each quarter is preliminary before it is published, and nothing shows of a section that hardly anybody rated", async () => {
  const first = await stage.api.request("GET", "/v1/rounds/dianjiang-2022-q1/results?release=1");
  expect((await first.json()).state).toBe("preliminary");
  const { state, release, units } = await stage.result("dianjiang-2022-q1");
  expect({ state, release, units }).toEqual({
    state: "published",
    release: 2,
    units: { total: 24, shown: 23, insufficient: 1 },
  });
});
