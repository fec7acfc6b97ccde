import { sql } from "drizzle-orm";
import { agencyQueries } from "./agencies.ts";
import { auditQueries } from "./audit.ts";
import { ballotDirectory } from "./ballot-directory.ts";
import { ballotReviewQueries } from "./ballot-reviews.ts";
import { commitmentQueries } from "./commitments.ts";
import { countingQueries } from "./counting.ts";
import type { Databases } from "./databases.ts";
import { deviceQueries } from "./devices.ts";
import { frozenRoundQueries } from "./frozen-rounds.ts";
import { itemQueries } from "./items.ts";
import { ledgerQueries } from "./ledgers.ts";
import { programmeQueries } from "./programmes.ts";
import { publishedReleases } from "./published.ts";
import { publicationQueries, releaseQueries } from "./releases.ts";
import { roundQueries } from "./rounds.ts";
import { unitQueries } from "./units.ts";
import { visitCountQueries } from "./visit-counts.ts";

/** Every query, by resource. Use cases see only this type. */
export function createStore(databases: Databases, close: () => Promise<void>) {
  const devices = deviceQueries(databases, (id) => directory.forgetDevice(id));
  const directory = ballotDirectory(databases, devices);
  const releases = releaseQueries(databases);
  const published = publishedReleases(releases, databases.alone);
  return {
    agencies: agencyQueries(databases),
    audit: auditQueries(databases),
    ballotReviews: ballotReviewQueries(databases),
    ballots: databases.ballots,
    commitments: commitmentQueries(databases),
    counting: countingQueries(databases),
    deviceNumbers: databases.deviceNumbers,
    devices,
    directory,
    frozenRounds: frozenRoundQueries(databases),
    items: itemQueries(databases),
    ledgers: ledgerQueries(databases),
    programmes: programmeQueries(databases),
    publication: publicationQueries(databases, published.sealed),
    published,
    releases,
    rounds: roundQueries(databases),
    units: unitQueries(databases),
    visitCounts: visitCountQueries(databases),
    /** Rejects when one of the databases does not answer. */
    async ping(): Promise<void> {
      await Promise.all([databases.registry.run(sql`SELECT 1`), databases.urn.run(sql`SELECT 1`)]);
    },
    close,
  };
}

export type Store = ReturnType<typeof createStore>;
