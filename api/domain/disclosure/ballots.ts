import type { Programme } from "../../../schema/programme.ts";
import { groupBy } from "../group-by.ts";
import type { RoundFigures, UnitSnapshot } from "../model.ts";
import { instrumentOf } from "../scoring/context.ts";
import { ballotCount, isGiven } from "../tally/counts.ts";
import { isWholeBallot, type Visibility } from "./visibility.ts";

/** Ballots about the unit in the streams that are shown; of whole ballots only where there is no other form. */
export function unitBallots(
  programme: Programme,
  unit: string,
  visible: Visibility,
): number | undefined {
  const own = programme.streams.filter(({ id }) => !isWholeBallot(instrumentOf(programme, id)));
  const counts = (own.length > 0 ? own : programme.streams).flatMap(
    ({ id }) => visible(id, unit).ballots ?? [],
  );
  return counts.length === 0 ? undefined : counts.reduce((total, count) => total + count, 0);
}

/** Ballots in the figures shown, each counted once. */
export function ballotsShown(
  programme: Programme,
  units: readonly UnitSnapshot[],
  visible: Visibility,
): number {
  return programme.streams
    .flatMap(({ id }) =>
      isWholeBallot(instrumentOf(programme, id))
        ? [visible(id, "").ballots ?? 0]
        : units.map((unit) => visible(id, unit.id).ballots ?? 0),
    )
    .reduce((total, count) => total + count, 0);
}

/** Ballots that were given in a stream about a unit, whether shown or not. */
export function ballotsIn(programme: Programme, figures: RoundFigures) {
  const places = groupBy(figures.cells.filter(isGiven), ({ stream, unit }) => `${stream} ${unit}`);
  return (stream: string, unit: string) => {
    const form = instrumentOf(programme, stream);
    const place = `${stream} ${isWholeBallot(form) ? "" : unit}`;
    return ballotCount(places.get(place) ?? [], form);
  };
}
