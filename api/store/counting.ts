import { and, asc, eq, gt, sql } from "drizzle-orm";
import { ballot, gate, stateCount, tally } from "../../schema/tables/urn.ts";
import type { Cell } from "../domain/model.ts";
import type { Databases } from "./databases.ts";

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

/** What closing and publication read of the urn. */
export function countingQueries({ urn }: Databases) {
  return {
    async gateState(round: string): Promise<"open" | "counted" | undefined> {
      const [row] = await urn.select().from(gate).where(eq(gate.round, round));
      return row?.state;
    },
    /** From here on every ballot of the round is late: the ballot's own transaction reads this row. */
    async stopCounting(round: string): Promise<void> {
      await urn.update(gate).set({ state: "counted" }).where(eq(gate.round, round));
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
