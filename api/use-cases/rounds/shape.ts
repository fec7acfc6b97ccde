import { RoundState } from "../../../schema/programme.ts";
import type { RoundRow } from "../../store/rounds.ts";
import type { Context } from "../context.ts";

/** Participation is public in tens: an exact number, read twice, would tell when somebody rated. */
const inTens = (ballots: number) => Math.floor(ballots / 10) * 10;

/** Rounds as the contract shapes them, with their units and their participation. */
export async function roundsOf(ctx: Pick<Context, "store">, rows: readonly RoundRow[]) {
  const ids = rows.map(({ id }) => id);
  const [units, ballots] = await Promise.all([
    ctx.store.rounds.unitCounts(ids),
    ctx.store.rounds.ballotCounts(ids),
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
