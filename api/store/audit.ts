import { desc } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { audit } from "../../schema/tables/registry.ts";
import { canonicalJson, sha256Hex } from "../canonical.ts";
import type { Databases } from "./databases.ts";

/** What somebody did to something. The body itself is not kept, only its hash. */
export interface AuditEntry {
  at: number;
  actor: string;
  action: string;
  subject: string;
  body: unknown;
}

type Write = BatchItem<"sqlite">;

const first = "0".repeat(64);
const mostAttempts = 5;

/** The audit trail: each row holds the hash of the one before. */
export function auditQueries({ registry }: Databases) {
  async function nextRow(entry: AuditEntry) {
    const [last] = await registry.select().from(audit).orderBy(desc(audit.number)).limit(1);
    const row = {
      number: (last?.number ?? 0) + 1,
      at: entry.at,
      actor: entry.actor,
      action: entry.action,
      subject: entry.subject,
      bodySha256: sha256Hex(canonicalJson(entry.body)),
      previous: last?.sha256 ?? first,
    };
    return { ...row, sha256: sha256Hex(canonicalJson(row)) };
  }

  async function isTaken(number: number): Promise<boolean> {
    const [last] = await registry
      .select({ number: audit.number })
      .from(audit)
      .orderBy(desc(audit.number))
      .limit(1);
    return (last?.number ?? 0) >= number;
  }

  return {
    /**
     * Records the entry in one transaction with the writes that it is about. Another writer may take the number
     * first; then everything is tried again.
     */
    async record(entry: AuditEntry, ...writes: readonly Write[]): Promise<void> {
      for (let attempt = 1; ; attempt += 1) {
        const row = await nextRow(entry);
        try {
          await registry.batch([registry.insert(audit).values(row), ...writes]);
          return;
        } catch (error) {
          if (attempt === mostAttempts || !(await isTaken(row.number))) throw error;
        }
      }
    },
    /** Every row, oldest first. */
    list: () => registry.select().from(audit).orderBy(audit.number),
  };
}
