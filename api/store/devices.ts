import { and, asc, eq, gt, inArray, lt, ne, sql } from "drizzle-orm";
import { assignment, device, deviceKey, spentAssertion } from "../../schema/tables/registry.ts";
import type { Decided } from "./ballot-reviews.ts";
import type { Databases } from "./databases.ts";

export type DeviceRow = typeof device.$inferSelect;
export type AssignmentRow = typeof assignment.$inferSelect;
export type DeviceKeyRow = typeof deviceKey.$inferSelect;

/** `changed` is told of every device whose row, keys or assignments were written. */
export function deviceQueries({ registry }: Databases, changed: (device: string) => void) {
  return {
    async find(id: string): Promise<DeviceRow | undefined> {
      const [row] = await registry.select().from(device).where(eq(device.id, id));
      return row;
    },
    async findByCode(codeHmac: string): Promise<DeviceRow | undefined> {
      const [row] = await registry.select().from(device).where(eq(device.codeHmac, codeHmac));
      return row;
    },
    /** Devices whose id follows `after`, in order. */
    list(after: string, limit: number): Promise<DeviceRow[]> {
      return registry
        .select()
        .from(device)
        .where(gt(device.id, after))
        .orderBy(asc(device.id))
        .limit(limit);
    },
    assignments(devices: readonly string[]): Promise<AssignmentRow[]> {
      return registry
        .select()
        .from(assignment)
        .where(inArray(assignment.device, [...devices]))
        .orderBy(asc(assignment.device), asc(assignment.from), asc(assignment.unit));
    },
    keys(id: string): Promise<DeviceKeyRow[]> {
      return registry.select().from(deviceKey).where(eq(deviceKey.device, id));
    },
    async findKey(thumbprint: string): Promise<DeviceKeyRow | undefined> {
      const [row] = await registry
        .select()
        .from(deviceKey)
        .where(eq(deviceKey.thumbprint, thumbprint));
      return row;
    },
    /** Invites a device, or renews the code of one that has not enrolled; says whether it did. */
    async invite(row: typeof device.$inferInsert): Promise<boolean> {
      const { label, kind, mode, codeHmac, codeExpiresAt } = row;
      const written = await registry
        .insert(device)
        .values(row)
        .onConflictDoUpdate({
          target: device.id,
          set: { label, kind, mode, codeHmac, codeExpiresAt },
          setWhere: eq(device.state, "invited"),
        });
      changed(row.id);
      return written.rowsAffected > 0;
    },
    /** Binds the key if the code still invites this device: of two parallel enrolments one succeeds. */
    async enrol(codeHmac: string, key: DeviceKeyRow): Promise<void> {
      const { device: id, thumbprint, publicJwk, addedAt } = key;
      await registry.batch([
        registry.run(sql`INSERT INTO ${deviceKey} (device, thumbprint, public_jwk, added_at)
          SELECT id, ${thumbprint}, ${publicJwk}, ${addedAt} FROM ${device}
          WHERE id = ${id} AND code_hmac = ${codeHmac} AND state = 'invited' AND code_expires_at > ${addedAt}
            AND NOT EXISTS (SELECT 1 FROM ${deviceKey} WHERE thumbprint = ${thumbprint})`),
        registry.run(sql`UPDATE ${device} SET state = 'enrolled'
          WHERE id = ${id} AND state = 'invited'
            AND EXISTS (SELECT 1 FROM ${deviceKey} WHERE device = ${id} AND thumbprint = ${thumbprint})`),
      ]);
      changed(id);
    },
    /**
     * Binds a further key of an enrolled device that has fewer than `most`, and ends the others' lives at `previousUntil` where
     * they end no sooner.
     */
    async addKey(key: DeviceKeyRow, previousUntil: number, most: number): Promise<void> {
      const { device: id, thumbprint, publicJwk, addedAt } = key;
      await registry.batch([
        registry.run(sql`INSERT INTO ${deviceKey} (device, thumbprint, public_jwk, added_at)
          SELECT id, ${thumbprint}, ${publicJwk}, ${addedAt} FROM ${device}
          WHERE id = ${id} AND state = 'enrolled'
            AND ${most} > (SELECT count(*) FROM ${deviceKey}
              WHERE device = ${id} AND coalesce(expires_at, ${addedAt} + 1) > ${addedAt})
            AND NOT EXISTS (SELECT 1 FROM ${deviceKey} WHERE thumbprint = ${thumbprint})`),
        registry.run(sql`UPDATE ${deviceKey}
          SET expires_at = min(coalesce(expires_at, ${previousUntil}), ${previousUntil})
          WHERE device = ${id} AND thumbprint <> ${thumbprint} AND EXISTS (
            SELECT 1 FROM ${deviceKey} AS fresh
            WHERE fresh.device = ${id} AND fresh.thumbprint = ${thumbprint} AND fresh.added_at = ${addedAt})`),
      ]);
      changed(id);
    },
    /** From here on the device gets no token and no further key. */
    async revoke(id: string, now: number, { role, reason }: Decided): Promise<void> {
      await registry
        .update(device)
        .set({
          state: "revoked",
          ...{ revokedAt: now, revokedRole: role, revokedReason: reason },
          codeHmac: null,
        })
        .where(and(eq(device.id, id), ne(device.state, "revoked")));
      changed(id);
    },
    /** Keeps the first day of doubt about a revoked device: the earliest of those that were told. */
    async doubt(id: string, from: string): Promise<void> {
      const earliest = sql`min(coalesce(${device.revokedQuarantineFrom}, ${from}), ${from})`;
      await registry
        .update(device)
        .set({ revokedQuarantineFrom: earliest })
        .where(eq(device.id, id));
      changed(id);
    },
    /** The presentation is JSON, or null for the device's own. */
    async savePresentation(id: string, presentation: string | null): Promise<void> {
      await registry.update(device).set({ presentation }).where(eq(device.id, id));
      changed(id);
    },
    async saveHeartbeat(
      id: string,
      row: Pick<
        DeviceRow,
        "lastSeenAt" | "clockOffsetSeconds" | "clockDriftSeconds" | "clockReportedAt" | "backlog"
      >,
    ): Promise<void> {
      await registry.update(device).set(row).where(eq(device.id, id));
      changed(id);
    },
    async saveAssignments(id: string, rows: readonly AssignmentRow[]): Promise<void> {
      const cleared = registry.delete(assignment).where(eq(assignment.device, id));
      if (rows.length === 0) await cleared;
      else await registry.batch([cleared, registry.insert(assignment).values([...rows])]);
      changed(id);
    },
    /** Marks an assertion as spent; says whether it was still unspent. Expired ones are forgotten. */
    async spendAssertion(row: typeof spentAssertion.$inferInsert, now: number): Promise<boolean> {
      const [, spent] = await registry.batch([
        registry
          .delete(spentAssertion)
          .where(and(eq(spentAssertion.device, row.device), lt(spentAssertion.expiresAt, now))),
        registry.insert(spentAssertion).values(row).onConflictDoNothing(),
        registry.update(device).set({ lastSeenAt: now }).where(eq(device.id, row.device)),
      ]);
      return spent.rowsAffected > 0;
    },
  };
}
