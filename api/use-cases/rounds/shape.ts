import { RoundState } from "../../../schema/programme.ts";
import type { BallotsOfUnit, RoundRow } from "../../store/rounds.ts";
import type { Context } from "../context.ts";

/** Participation is public in tens: an exact number, read twice, would tell when somebody rated. */
const inTens = (ballots: number) => Math.floor(ballots / 10) * 10;

/**
 * Ballots received, without those about a unit that has fewer than are shown: what is counted in public, less what is
 * shown when the round is over, would be theirs.
 */
async function participation(
  { store }: Pick<Context, "store">,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const [others, counted, thresholds] = await Promise.all([
    store.rounds.otherBallots(ids),
    store.rounds.countedBallots(ids),
    store.rounds.thresholds(ids),
  ]);
  const total = new Map(others);
  const streamOf = ({ round, stream }: BallotsOfUnit) => `${round} ${stream}`;
  const whole = new Set(counted.filter(({ unit }) => unit === "").map(streamOf));
  for (const place of counted) {
    const isMark = place.unit !== "" && whole.has(streamOf(place));
    const isSeen = place.ballots >= (thresholds.get(place.round) ?? Number.POSITIVE_INFINITY);
    if (isSeen && !isMark) total.set(place.round, (total.get(place.round) ?? 0) + place.ballots);
  }
  return total;
}

/** Rounds as the contract shapes them, with their units and their participation. */
export async function roundsOf(ctx: Pick<Context, "store">, rows: readonly RoundRow[]) {
  const ids = rows.map(({ id }) => id);
  const [units, ballots] = await Promise.all([
    ctx.store.rounds.unitCounts(ids),
    participation(ctx, ids),
  ]);
  return rows.map((row) => ({
    id: row.id,
    programme: row.programme,
    version: row.version,
    from: row.from,
    to: row.to,
    acceptsUntil: new Date(row.acceptsUntilAt).toISOString(),
    state: RoundState.parse(row.state),
    units: units.get(row.id) ?? 0,
    ballotsAtLeast: inTens(ballots.get(row.id) ?? 0),
  }));
}

export async function roundOf(ctx: Pick<Context, "store">, row: RoundRow) {
  const [shaped] = await roundsOf(ctx, [row]);
  if (!shaped) throw new Error("a round lost its shape");
  return shaped;
}
