import { expect, test } from "vitest";
import { closedListHash, draw, drawSeed } from "../../../api/domain/draw.ts";
import type { Cell } from "../../../api/domain/model.ts";
import { scoreRound } from "../../../api/domain/scoring.ts";
import { mergeCells } from "../../../api/domain/tally.ts";
import { differing, expectAgreement, patience, runs } from "./agreement.ts";
import type { Ballot, County } from "./county.ts";
import { cellsOf, document, figuresOf, verdictOf } from "./engine.ts";
import { luck } from "./random/luck.ts";
import { randomSections } from "./random/yanshan.ts";
import { named, yanshan } from "./yanshan.ts";

const programme = document("yanshan-hard-to-deal");
const lottery = "2024-07-16: 03 09 11 18 24 30 + 07";

/** Valid ballots by the engine's judgement, and what each counts. */
function judged(county: County): { ballot: Ballot; cells: Cell[] }[] {
  return county.ballots.flatMap((ballot) => {
    const cells = ballot.voided ? undefined : cellsOf(programme, county, ballot);
    return cells ? [{ ballot, cells }] : [];
  });
}

function drawnOf(ids: readonly string[], size: number): Set<string> {
  return new Set(draw(drawSeed(lottery, closedListHash(ids), "oracle"), ids, size).drawn);
}

test(
  "the engine scores every random Yanshan as its oracle does, from the drawn ballots alone",
  () => {
    expectAgreement(
      runs,
      (chance) => ({ rounds: [randomSections(chance)], history: [] }),
      ({ rounds: [county] }, seed) => {
        if (!county) throw new Error("No round.");
        const valid = judged(county);
        const ofPublic = valid.filter(({ ballot }) => ballot.group === "public");
        const size = seed % 2 === 0 ? 200 : 4;
        const drawn = drawnOf(
          ofPublic.map(({ ballot }) => ballot.id),
          size,
        );
        const counted = valid.filter(
          ({ ballot }) => ballot.group !== "public" || drawn.has(ballot.id),
        );
        const cells = mergeCells(...counted.map((it) => it.cells));
        const result = scoreRound(programme, figuresOf(county, cells, []));
        const wrongly = drawFaults(county, drawn, size);
        return [...wrongly, ...differing(yanshan(county, drawn), verdictOf(result))];
      },
    );
  },
  patience,
);

/** The lot falls on valid ballots of the public only: on all of them, or on exactly as many as are drawn. */
function drawFaults(county: County, drawn: ReadonlySet<string>, size: number): string[] {
  const valid = county.ballots
    .filter((ballot) => ballot.group === "public" && named(ballot, county.units) !== "void")
    .map((ballot) => ballot.id);
  return [
    ...[...drawn].filter((id) => !valid.includes(id)).map((id) => `${id} was drawn, but is void`),
    ...(drawn.size === Math.min(size, valid.length) ? [] : [`${drawn.size} were drawn`]),
  ];
}

test("a draw does not depend on the order of the list, and every ballot is drawn about as often", () => {
  const ids = Array.from({ length: 12 }, (_, index) => `b${index}`);
  const shuffled = luck(1).some(ids, ids.length);
  expect([...drawnOf(shuffled, 5)]).toEqual([...drawnOf(ids, 5)]);
  const times = new Map(ids.map((id) => [id, 0]));
  for (let value = 0; value < 2400; value += 1) {
    const seed = drawSeed(`value ${value}`, closedListHash(ids), "oracle");
    for (const id of draw(seed, ids, 5).drawn) times.set(id, (times.get(id) ?? 0) + 1);
  }
  // A thousand each is expected; four standard deviations are about a hundred.
  for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(100);
});
