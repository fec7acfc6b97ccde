import { and, asc, eq, gt, sql } from "drizzle-orm";
import { type BallotState, ballot, gate, stateCount, tally } from "../../schema/tables/urn.ts";
import type { Cell } from "../domain/model.ts";
import type { Databases } from "./databases.ts";
import type { RoundRow } from "./rounds.ts";

/** A ballot as the recount reads it: what it says, where it was counted and what it claims to have moved. */
export interface CountedBallot {
  /** Hash of the serial, in hexadecimal. */
  serial: string;
  instrument: string;
  group: string;
  channel: string;
  stream: string;
  visitedOn: string;
  answers: string;
}

type RoundDates = Pick<RoundRow, "id" | "from" | "to" | "acceptsUntilAt">;

/** What closing and publication read of the urn. */
export function countingQueries({ urn }: Databases) {
  return {
    async gateState(round: string): Promise<"open" | "counted" | undefined> {
      const [row] = await urn.select().from(gate).where(eq(gate.round, round));
      return row?.state;
    },
    /**
     * From here on every ballot of the round is late: the ballot's own transaction reads this row. A round whose gate never
     * came to be, since its opening was interrupted, gets one that is shut: a later one would let ballots in behind the count.
     */
    async stopCounting({ id, from, to, acceptsUntilAt }: RoundDates): Promise<void> {
      await urn
        .insert(gate)
        .values({ round: id, state: "counted", from, to, acceptsUntilAt })
        .onConflictDoUpdate({ target: gate.round, set: { state: "counted" } });
    },
    /** Counted ballots whose serial follows `after`, in order: what is read does not grow with the round. */
    countedBallots(round: string, after: string, limit: number): Promise<CountedBallot[]> {
      return urn
        .select({
          serial: sql<string>`hex(${ballot.serial})`,
          instrument: ballot.instrument,
          group: ballot.group,
          channel: ballot.channel,
          stream: ballot.stream,
          visitedOn: ballot.visitedOn,
          answers: ballot.answers,
        })
        .from(ballot)
        .where(
          and(
            gt(ballot.serial, sql`unhex(${after})`),
            eq(ballot.round, round),
            eq(ballot.state, "counted"),
          ),
        )
        .orderBy(asc(ballot.serial))
        .limit(limit);
    },
    /** Hashes of the serials of a stream's ballots in a state, in lower-case hexadecimal and in order. */
    async serials(round: string, stream: string, state: BallotState): Promise<string[]> {
      const rows = await urn
        .select({ serial: sql<string>`lower(hex(${ballot.serial}))` })
        .from(ballot)
        .where(and(eq(ballot.round, round), eq(ballot.stream, stream), eq(ballot.state, state)))
        .orderBy(asc(ballot.serial));
      return rows.map(({ serial }) => serial);
    },
    /** Counts the ballots that were drawn. One that is counted stays so: an interrupted draw is finished by repetition. */
    async countDrawn(round: string, stream: string, serials: readonly string[]): Promise<void> {
      await urn.run(sql`UPDATE ${ballot} SET state = 'counted'
        WHERE serial IN (SELECT unhex(value) FROM json_each(${JSON.stringify(serials)}))
          AND round = ${round} AND stream = ${stream} AND state = 'undrawn'`);
    },
    /** The counters of a round, those that came to nothing left out. */
    async cells(round: string): Promise<Cell[]> {
      const rows = await urn.select().from(tally).where(eq(tally.round, round));
      return rows
        .filter(({ count, sum, sumOfSquares }) => count !== 0 || sum !== 0 || sumOfSquares !== 0)
        .map(({ round: _, ...cell }) => cell);
    },
    async ballotsByState(round: string): Promise<Map<string, number>> {
      const rows = await urn.select().from(stateCount).where(eq(stateCount.round, round));
      return new Map(rows.map(({ state, count }) => [state, count]));
    },
  };
}
