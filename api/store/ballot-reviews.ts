import { bytesToHex } from "@noble/hashes/utils.js";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defaultChannel } from "../domain/tally.ts";
import type { Databases } from "./databases.ts";

/** Who decided to move ballots, and why; kept with each of them. */
export interface Decided {
  role: string;
  reason: string;
}

const DeviceDay = z.object({
  /** Label of device and day of arrival, in hexadecimal. */
  label: z.string(),
  visitedOn: z.string(),
  answers: z.string(),
  ballots: z.number(),
});

export type DeviceDay = z.infer<typeof DeviceDay>;

/** Changes of state that people decide: the ballots stay, and triggers move the counters with them. */
export function ballotReviewQueries({ urn }: Databases) {
  const among = (labels: readonly Uint8Array[]) =>
    sql`label IN (SELECT unhex(value) FROM json_each(${JSON.stringify(labels.map(bytesToHex))}))`;

  return {
    /** From its commit on, the ballot writer refuses these keys. */
    async revoke(credentials: readonly string[]): Promise<void> {
      await urn.run(sql`INSERT OR IGNORE INTO revocation
        SELECT value FROM json_each(${JSON.stringify(credentials)})`);
    },
    /** Sets counted ballots under these labels apart; says how many. Each remembers the state that it had. */
    async quarantine(labels: readonly Uint8Array[], { role, reason }: Decided): Promise<number> {
      const { rowsAffected } = await urn.run(sql`UPDATE ballot SET
          reasons = json_insert(reasons, '$[#]',
            json_object('code', 'quarantined', 'was', state, 'role', ${role}, 'reason', ${reason})),
          state = 'quarantined'
        WHERE ${among(labels)} AND state IN ('counted', 'undrawn')`);
      return rowsAffected;
    },
    async reinstate(labels: readonly Uint8Array[], { role, reason }: Decided): Promise<number> {
      const { rowsAffected } = await urn.run(sql`UPDATE ballot SET
          state = json_extract(reasons, '$[#-1].was'),
          reasons = json_insert(reasons, '$[#]',
            json_object('code', 'reinstated', 'role', ${role}, 'reason', ${reason}))
        WHERE ${among(labels)} AND state = 'quarantined'`);
      return rowsAffected;
    },
    /**
     * A round's device ballots by label, visit date and what they say: nothing finer is kept. What a platform answers for
     * those who said nothing is alike by its nature, and never scored.
     */
    async deviceDays(round: string): Promise<DeviceDay[]> {
      const rows = await urn.all(sql`
        SELECT lower(hex(label)) AS label, visited_on AS visitedOn, answers, count(*) AS ballots
        FROM ballot WHERE round = ${round} AND label IS NOT NULL AND state <> 'test'
          AND channel <> ${defaultChannel}
        GROUP BY 1, 2, 3`);
      return z.array(DeviceDay).parse(rows);
    },
  };
}
