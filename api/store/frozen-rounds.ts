import { and, asc, between, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { Programme } from "../../schema/programme.ts";
import { decision, programme, round, roundUnit, visitCount } from "../../schema/tables/registry.ts";
import type { UnitSnapshot } from "../domain/model.ts";
import type { Databases } from "./databases.ts";

/** A unit as the round froze it, with the names that results are published under. */
export interface FrozenUnit extends UnitSnapshot {
  name: string;
  nameEn?: string | undefined;
  agencyName: string;
  agencyNameEn?: string | undefined;
}

/** A round with the rules and the units that it froze: all that its ballots are judged and counted by. */
export interface FrozenRound {
  id: string;
  from: string;
  to: string;
  state: string;
  acceptsUntilAt: number;
  revision: number;
  programme: Programme;
  units: ReadonlyMap<string, FrozenUnit>;
  /** The shortlist as it was fixed; absent until then. */
  lists?: ReadonlyMap<string, ReadonlySet<string>>;
}

const Snapshot = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string().optional(),
  agency: z.string(),
  agencyName: z.string(),
  agencyNameEn: z.string().optional(),
  pool: z.string(),
  tags: z.array(z.string()),
  system: z.string(),
  township: z.string().optional(),
  managedBy: z.enum(["agency", "township", "dual"]),
});

/** A fixed shortlist, kept among the decisions of its round. */
const Shortlist = z.object({
  kind: z.literal("shortlist"),
  lists: z.array(z.object({ list: z.string(), units: z.array(z.string()) })),
});

export function frozenRoundQueries({ registry }: Databases) {
  async function programmeOf(id: string, version: string): Promise<Programme> {
    const [row] = await registry
      .select()
      .from(programme)
      .where(and(eq(programme.id, id), eq(programme.version, version)));
    if (!row) throw new Error(`round of an unknown programme ${id} ${version}`);
    return Programme.parse(JSON.parse(row.document));
  }

  async function listsOf(id: string): Promise<Map<string, Set<string>> | undefined> {
    const rows = await registry
      .select()
      .from(decision)
      .where(eq(decision.round, id))
      .orderBy(asc(decision.recordedAt), asc(decision.id));
    const fixed = rows.flatMap(({ document }) => {
      const parsed = Shortlist.safeParse(JSON.parse(document));
      return parsed.success ? [parsed.data] : [];
    });
    const last = fixed.at(-1);
    return last && new Map(last.lists.map(({ list, units }) => [list, new Set(units)]));
  }

  return {
    async find(id: string): Promise<FrozenRound | undefined> {
      const [row] = await registry.select().from(round).where(eq(round.id, id));
      if (!row) return undefined;
      const [rules, units, lists] = await Promise.all([
        programmeOf(row.programme, row.version),
        registry
          .select()
          .from(roundUnit)
          .where(eq(roundUnit.round, id))
          .orderBy(asc(roundUnit.unit)),
        listsOf(id),
      ]);
      return {
        id,
        from: row.from,
        to: row.to,
        state: row.state,
        acceptsUntilAt: row.acceptsUntilAt,
        revision: row.revision,
        programme: rules,
        units: new Map(
          units.map(({ unit, snapshot }) => [unit, Snapshot.parse(JSON.parse(snapshot))]),
        ),
        ...(lists && { lists }),
      };
    },
    /** Visits by unit in some dates, both inclusive; a unit without a report is absent. */
    async visits(from: string, to: string): Promise<Map<string, number>> {
      const rows = await registry
        .select({ unit: visitCount.unit, visits: sql<number>`sum(${visitCount.visits})` })
        .from(visitCount)
        .where(between(visitCount.on, from, to))
        .groupBy(visitCount.unit);
      return new Map(rows.map(({ unit, visits }) => [unit, visits]));
    },
    /** A round that is no longer open stays what it is. */
    async close(id: string): Promise<void> {
      await registry
        .update(round)
        .set({ state: "closed", revision: sql`${round.revision} + 1` })
        .where(and(eq(round.id, id), eq(round.state, "open")));
    },
  };
}
