import { expect, test } from "vitest";
import { disclose } from "../../../api/domain/disclosure.ts";
import { scoreRound } from "../../../api/domain/scoring.ts";
import { whatIf } from "../../../sdk/verify/index.ts";
import { county } from "../../domain/support/counties.ts";
import { randomFigures, releaseOf } from "./support/release.ts";

const programme = county("haifeng-ten-thousand");
const weights = { public: 90, delegates: 1 };
const reweighted = {
  ...programme,
  groups: programme.groups.map((group) => ({
    ...group,
    ...(Object.hasOwn(weights, group.id) && {
      weight: group.id === "public" ? weights.public : weights.delegates,
    }),
  })),
};

test("where nothing is hidden, the public finds the moves that the server would find", () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const figures = randomFigures(programme, "plenty", seed);
    const { moves, leftOut } = whatIf(programme, { weights }, releaseOf(programme, figures));
    const [before, after] = [programme, reweighted].map((rules) =>
      disclose(rules, figures, scoreRound(rules, figures)).units.map(({ unit, total, rank }) => ({
        unit,
        total,
        rank: rank.status === "shown" ? rank.value : undefined,
      })),
    );
    const expected = after?.filter(({ total, rank }, index) => {
      const old = before?.[index];
      return JSON.stringify([old?.total, old?.rank]) !== JSON.stringify([total, rank]);
    });
    expect(leftOut).toEqual([]);
    expect(
      moves.map(({ unit, after: { total, rank } }) => ({ unit, total, rank })).sort(byUnit),
    ).toEqual(expected?.sort(byUnit));
  }
});

const byUnit = (left: { unit: string }, right: { unit: string }) =>
  left.unit < right.unit ? -1 : 1;

test("the same rules move nobody", () => {
  const release = releaseOf(programme, randomFigures(programme, "patchy", 4));
  expect(whatIf(programme, {}, release).moves).toEqual([]);
});

test("units whose figures are not published are left out and named, and take no place", () => {
  const figures = randomFigures(programme, "plenty", 6);
  const [hidden] = figures.units;
  const cells = figures.cells.filter(({ unit }) => unit !== hidden?.id);
  const release = releaseOf(programme, { ...figures, cells });
  const { moves, leftOut } = whatIf(programme, { weights }, release);
  expect(leftOut).toEqual([hidden?.id]);
  const ranks = moves.flatMap(({ after }) => after.rank ?? []);
  expect(Math.max(...ranks)).toBeLessThan(figures.units.length);
});

test("another small-sample rule moves a unit with few ballots", () => {
  const pingyang = county("pingyang-thousand");
  const release = releaseOf(pingyang, randomFigures(pingyang, "plenty", 8));
  const components = pingyang.components.map((component) =>
    component.kind === "levels-mean" && component.smallSample
      ? { ...component, smallSample: { ...component.smallSample, below: 1000 } }
      : component,
  );
  const ranking = { by: "daily", best: "highest" as const, within: "all" as const };
  const { moves } = whatIf({ ...pingyang, ranking }, { components }, release);
  expect(moves.length).toBeGreaterThan(0);
});
