import type { ComponentOf } from "../../../schema/programme.ts";
import { exact, sumOf } from "../exact.ts";
import { groupBy } from "../group-by.ts";
import type { UnitSnapshot } from "../model.ts";
import { names, noShare } from "../tally/names.ts";
import { varianceOfLevels } from "../uncertainty/variance.ts";
import type { ScoringContext } from "./context.ts";
import { computed, operand, type Scored, step, unscored } from "./scored.ts";

/** Mean share of checklist points met × points. A list on which nothing applies has no share and is left out. */
export function scoreChecklistMean(
  component: ComponentOf<"checklist-mean">,
  context: ScoringContext,
  unit: UnitSnapshot,
): Scored {
  const cells = context
    .cellsOf(component.stream, unit.id)
    .filter((cell) => cell.question === names.share && cell.answer !== noShare);
  const shares = [...groupBy(cells, (cell) => cell.answer)].map(([share, alike]) => ({
    value: exact(share),
    count: alike.reduce((total, cell) => total + cell.count, 0),
  }));
  const n = shares.reduce((total, share) => total + share.count, 0);
  if (n === 0) return unscored("no_ballots");
  const points = exact(component.points);
  const sum = sumOf(shares.map(({ value, count }) => value.mul(count)));
  const mean = sum.div(n);
  const value = mean.mul(points);
  return {
    outcome: computed(value),
    n,
    flags: [],
    trace: [
      step(
        "share-mean",
        [
          ["sum", sum],
          ["n", n],
        ],
        `${operand(sum)}/${n}`,
        mean,
      ),
      step(
        "share-points",
        [
          ["mean", mean],
          ["points", points],
        ],
        `${operand(mean)}×${operand(points)}`,
        value,
      ),
    ],
    spread: varianceOfLevels(shares, points),
  };
}
