import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { z } from "zod";
import { decision, ledgerEntry } from "../../schema/tables/registry.ts";
import type { Decision, LedgerEntry } from "../domain/model.ts";
import type { Databases } from "./databases.ts";

/** An entry with what is not for the public: who recorded it, as a role, and why. */
export interface RecordedEntry extends LedgerEntry {
  role: string;
  reason: string;
  evidence?: string | undefined;
  recordedAt: number;
}

const EntryDocument = z.object({
  entry: z.string().optional(),
  assessor: z.string().optional(),
  points: z.number(),
  modifiers: z.array(z.string()),
  on: z.string(),
  deed: z.string().optional(),
  role: z.string(),
  reason: z.string(),
  evidence: z.string().optional(),
});

const DecisionDocument = z.object({
  kind: z.enum(["confirm-award", "award-count", "name-to-list"]),
  about: z.string(),
  count: z.number().optional(),
  units: z.array(z.string()).optional(),
  role: z.string(),
  reason: z.string(),
});

/** Something that a role decided about a round: kept as it was recorded, never edited. */
export interface DecisionRow {
  id: string;
  round: string;
  document: unknown;
  recordedAt: number;
}

function decisionOf({ document, ...row }: typeof decision.$inferSelect): DecisionRow {
  const parsed: unknown = JSON.parse(document);
  return { ...row, document: parsed };
}

/** Points, marks and decisions of a round. */
export function ledgerQueries({ registry }: Databases) {
  const entryOf = (row: typeof ledgerEntry.$inferSelect): RecordedEntry => {
    const { id, ledger, unit, cancels, recordedAt } = row;
    const document = EntryDocument.parse(JSON.parse(row.document));
    return { id, ledger, unit, ...document, recordedAt, ...(cancels !== null && { cancels }) };
  };

  async function decisionRows(round: string): Promise<DecisionRow[]> {
    const rows = await registry
      .select()
      .from(decision)
      .where(eq(decision.round, round))
      .orderBy(asc(decision.recordedAt), asc(decision.id));
    return rows.map(decisionOf);
  }

  return {
    /** Entries of a round, in the order of their ids: the order never matters to a score. */
    async entries(round: string): Promise<RecordedEntry[]> {
      const rows = await registry
        .select()
        .from(ledgerEntry)
        .where(eq(ledgerEntry.round, round))
        .orderBy(asc(ledgerEntry.id));
      return rows.map(entryOf);
    },
    async page(round: string, ledger: string, after: string, limit: number) {
      const rows = await registry
        .select()
        .from(ledgerEntry)
        .where(
          and(
            eq(ledgerEntry.round, round),
            eq(ledgerEntry.ledger, ledger),
            gt(ledgerEntry.id, after),
          ),
        )
        .orderBy(asc(ledgerEntry.id))
        .limit(limit);
      return rows.map(entryOf);
    },
    /** Entries of these ids, in whichever round. */
    async findAll(ids: readonly string[]): Promise<Map<string, RecordedEntry & { round: string }>> {
      const rows = await registry
        .select()
        .from(ledgerEntry)
        .where(inArray(ledgerEntry.id, [...ids]));
      return new Map(rows.map((row) => [row.id, { ...entryOf(row), round: row.round }]));
    },
    /** All or nothing. */
    async record(round: string, entries: readonly RecordedEntry[]): Promise<void> {
      await registry.insert(ledgerEntry).values(
        entries.map(({ id, ledger, unit, cancels, recordedAt, ...document }) => ({
          id,
          round,
          ledger,
          unit,
          cancels: cancels ?? null,
          recordedAt,
          document: JSON.stringify(document),
        })),
      );
    },
    decisionRows,
    /** Decisions that the rules read, oldest first. */
    async decisions(round: string): Promise<(Decision & { recordedAt: number })[]> {
      return (await decisionRows(round)).flatMap(({ id, document, recordedAt }) => {
        const parsed = DecisionDocument.safeParse(document);
        return parsed.success ? [{ id, ...parsed.data, recordedAt }] : [];
      });
    },
    async findDecision(id: string): Promise<DecisionRow | undefined> {
      const [row] = await registry.select().from(decision).where(eq(decision.id, id));
      return row && decisionOf(row);
    },
    /** Keeps a decision; one of the same id stays as it was. */
    async decide({ document, ...row }: DecisionRow): Promise<void> {
      await registry
        .insert(decision)
        .values({ ...row, document: JSON.stringify(document) })
        .onConflictDoNothing();
    },
  };
}
