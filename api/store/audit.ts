import { asc, desc, gt } from "drizzle-orm";
import { audit } from "../../schema/tables/registry.ts";
import { type AuditEntry, type AuditRow, rowAfter } from "../domain/audit.ts";
import type { Databases } from "./databases.ts";

const mostAttempts = 50;

/**
 * The audit trail. Only api/http/audit.ts appends to it, once for every operation of an organiser that
 * succeeded: a use case never does.
 */
export function auditQueries({ registry }: Databases) {
  let waiting: Promise<unknown> = Promise.resolve();

  async function append(entry: AuditEntry): Promise<void> {
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      const [last] = await registry.select().from(audit).orderBy(desc(audit.number)).limit(1);
      // Whoever else took this number in between has forked nothing: the number is the key.
      const { rowsAffected } = await registry
        .insert(audit)
        .values(rowAfter(last, entry))
        .onConflictDoNothing();
      if (rowsAffected === 1) return;
    }
    throw new Error("the audit trail could not be written");
  }

  return {
    /** Appends in turn: only another process can take the number first, and then it is tried again. */
    append(entry: AuditEntry): Promise<void> {
      const mine = waiting.then(() => append(entry));
      waiting = mine.catch(() => undefined);
      return mine;
    },
    /** Rows after a number, oldest first. */
    list(after: number, limit: number): Promise<AuditRow[]> {
      return registry
        .select()
        .from(audit)
        .where(gt(audit.number, after))
        .orderBy(asc(audit.number))
        .limit(limit);
    },
  };
}
