import type { Programme } from "../../../schema/programme.ts";
import { exact, shownNumber } from "../exact.ts";
import type { ComponentResult, RoundResult } from "../result.ts";
import type { ShownRound } from "./disclose.ts";

/** A mean over all units, as coarse as the figures that it is mixed into. */
export interface PublishedMean {
  component: string;
  value: number;
}

/**
 * Means that fill up figures which are shown. Anybody can work them out of those figures, except for their last digits:
 * an exact one could tell how few ballots a hidden unit has.
 */
export function publishedMeans(
  programme: Programme,
  { units }: RoundResult,
  shown: Pick<ShownRound, "units">,
): PublishedMean[] {
  const seen = new Set(
    shown.units.flatMap(({ unit, components }) =>
      components.filter(({ figure }) => figure.status === "shown").map(({ id }) => `${unit} ${id}`),
    ),
  );
  return programme.components.flatMap(({ id }) => {
    const mean = units
      .filter(({ unit }) => seen.has(`${unit} ${id}`))
      .flatMap(({ components }) => components.filter((one) => one.id === id))
      .flatMap(meanIn)[0];
    return mean === undefined ? [] : [{ component: id, value: shownNumber(exact(mean)) }];
  });
}

/** The mean over all units that a figure was filled up with. */
function meanIn({ trace }: ComponentResult): string[] {
  return trace
    .filter(({ step }) => step === "small-sample" || step === "mean-instead")
    .flatMap(({ inputs }) => inputs.filter(({ name }) => name === "mean"))
    .map(({ value }) => value);
}
