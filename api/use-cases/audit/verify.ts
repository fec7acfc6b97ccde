import { type AuditRow, firstBroken } from "../../domain/audit.ts";
import type { Context } from "../context.ts";

const rowsAtOnce = 1000;

/** How many rows the audit trail holds and the hash of the last, or the number of the first row that is broken. */
export async function verifyAudit({ ctx }: { ctx: Pick<Context, "store"> }) {
  let last: AuditRow | undefined;
  for (;;) {
    const rows = await ctx.store.audit.list(last?.number ?? 0, rowsAtOnce);
    const broken = firstBroken(rows, last);
    if (broken !== undefined) return { status: "broken", number: broken } as const;
    last = rows.at(-1) ?? last;
    if (rows.length < rowsAtOnce)
      return { status: "intact", rows: last?.number ?? 0, head: last?.sha256 } as const;
  }
}
