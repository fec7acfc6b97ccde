import { and, asc, count, eq, gt, inArray, ne, notInArray, sql, sum } from "drizzle-orm";
import { programme, round, roundUnit } from "../../schema/tables/registry.ts";
import { gate, stateCount, tally } from "../../schema/tables/urn.ts";
import { defaultChannel, populationQuestions } from "../domain/tally.ts";
import type { Databases } from "./databases.ts";

export type RoundRow = typeof round.$inferSelect;
export type RoundUnitRow = typeof roundUnit.$inferSelect;

export interface RoundFilter {
  programme?: string | undefined;
  state?: string | undefined;
}

/** Counted ballots of a round about a unit in one stream; unit "" holds those that are counted as a whole. */
export interface BallotsOfUnit {
  round: string;
  stream: string;
  unit: string;
  question: string;
  ballots: number;
}

export function roundQueries({ registry, urn }: Databases) {
  return {
    async find(id: string): Promise<RoundRow | undefined> {
      const [row] = await registry.select().from(round).where(eq(round.id, id));
      return row;
    },
    /** Rounds whose id follows `after`, in order. */
    list(filter: RoundFilter, after: string, limit: number): Promise<RoundRow[]> {
      const matches = [
        filter.programme === undefined ? undefined : eq(round.programme, filter.programme),
        filter.state === undefined ? undefined : eq(round.state, filter.state),
      ];
      return registry
        .select()
        .from(round)
        .where(and(gt(round.id, after), ...matches))
        .orderBy(asc(round.id))
        .limit(limit);
    },
    /** Another round of the programme that shares a day with these dates. */
    async overlapping({ id, programme, from, to }: RoundRow): Promise<RoundRow | undefined> {
      const [row] = await registry
        .select()
        .from(round)
        .where(
          and(
            ne(round.id, id),
            eq(round.programme, programme),
            sql`${round.from} <= ${to} AND ${round.to} >= ${from}`,
          ),
        )
        .orderBy(asc(round.from))
        .limit(1);
      return row;
    },
    /** Stores a draft unless its id is taken or it overlaps: decided in the statement, so that of two one wins. */
    async add(row: RoundRow): Promise<void> {
      const { id, programme, version, from, to, acceptsUntilAt, state, revision } = row;
      await registry.run(sql`INSERT INTO ${round}
        (id, programme, version, "from", "to", accepts_until_at, state, revision)
        SELECT ${id}, ${programme}, ${version}, ${from}, ${to}, ${acceptsUntilAt}, ${state}, ${revision}
        WHERE NOT EXISTS (SELECT 1 FROM ${round}
          WHERE id <> ${id} AND programme = ${programme} AND "from" <= ${to} AND "to" >= ${from})
        ON CONFLICT DO NOTHING`);
    },
    /** Opens the draft that was read, and freezes its units with it. Of several who open at once one does both. */
    async open({ id, revision }: RoundRow, units: readonly RoundUnitRow[]): Promise<void> {
      const rows = JSON.stringify(units.map(({ unit, snapshot }) => [unit, snapshot]));
      const draft = sql`id = ${id} AND state = 'draft' AND revision = ${revision}`;
      await registry.batch([
        registry.run(sql`INSERT INTO ${roundUnit} (round, unit, snapshot)
          SELECT ${id}, value ->> 0, value ->> 1 FROM json_each(${rows})
          WHERE EXISTS (SELECT 1 FROM ${round} WHERE ${draft})`),
        registry.run(
          sql`UPDATE ${round} SET state = 'open', revision = revision + 1 WHERE ${draft}`,
        ),
      ]);
    },
    /** Lets ballots in, if the round never had a gate: one that closing has flipped stays flipped. */
    async openGate({ id, from, to, acceptsUntilAt }: RoundRow): Promise<void> {
      await urn
        .insert(gate)
        .values({ round: id, state: "open", from, to, acceptsUntilAt })
        .onConflictDoNothing();
    },
    /** Units frozen, by round. */
    async unitCounts(ids: readonly string[]): Promise<Map<string, number>> {
      const rows = await registry
        .select({ round: roundUnit.round, units: count() })
        .from(roundUnit)
        .where(inArray(roundUnit.round, [...ids]))
        .groupBy(roundUnit.round);
      return new Map(rows.map(({ round: id, units }) => [id, units]));
    },
    /** Ballots in states other than `counted`, by round; those of test devices are none. */
    async otherBallots(ids: readonly string[]): Promise<Map<string, number>> {
      const rows = await urn
        .select({ round: stateCount.round, ballots: sum(stateCount.count) })
        .from(stateCount)
        .where(
          and(
            inArray(stateCount.round, [...ids]),
            notInArray(stateCount.state, ["counted", "test"]),
          ),
        )
        .groupBy(stateCount.round);
      return new Map(rows.map(({ round: id, ballots }) => [id, Number(ballots)]));
    },
    /** Counters that count ballots, added up by round, stream and unit. */
    async countedBallots(ids: readonly string[]): Promise<BallotsOfUnit[]> {
      const rows = await urn
        .select({
          round: tally.round,
          stream: tally.stream,
          unit: tally.unit,
          question: tally.question,
          ballots: sum(tally.count),
        })
        .from(tally)
        .where(
          and(
            inArray(tally.round, [...ids]),
            inArray(tally.question, [...populationQuestions]),
            ne(tally.channel, defaultChannel),
          ),
        )
        .groupBy(tally.round, tally.stream, tally.unit, tally.question);
      return rows.map(({ ballots, ...place }) => ({ ...place, ballots: Number(ballots) }));
    },
    /** Fewest ballots that are shown, by round. */
    async thresholds(ids: readonly string[]): Promise<Map<string, number>> {
      const rows = await registry
        .select({
          round: round.id,
          threshold: sql<number>`json_extract(${programme.document}, '$.disclosure.threshold')`,
        })
        .from(round)
        .innerJoin(
          programme,
          and(eq(programme.id, round.programme), eq(programme.version, round.version)),
        )
        .where(inArray(round.id, [...ids]));
      return new Map(rows.map(({ round: id, threshold }) => [id, threshold]));
    },
  };
}
