import { sql } from "drizzle-orm";
import { agencyQueries } from "./agencies.ts";
import type { Databases } from "./databases.ts";

/** Every query, by resource. Use cases see only this type. */
export function createStore(databases: Databases, close: () => Promise<void>) {
  return {
    agencies: agencyQueries(databases),
    ballots: databases.ballots,
    /** Rejects when one of the databases does not answer. */
    async ping(): Promise<void> {
      await Promise.all([databases.registry.run(sql`SELECT 1`), databases.urn.run(sql`SELECT 1`)]);
    },
    close,
  };
}

export type Store = ReturnType<typeof createStore>;
