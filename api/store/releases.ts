import { and, asc, desc, eq, gt, lt, sql } from "drizzle-orm";
import { release, releaseFile, round } from "../../schema/tables/registry.ts";
import type { Databases } from "./databases.ts";

export type ReleaseRow = typeof release.$inferSelect;

/** One published address: immutable bytes and their hash. */
export interface ReleaseFile {
  path: string;
  mediaType: string;
  bytes: Uint8Array<ArrayBuffer>;
  sha256: string;
}

/** Who may stage and seal: the round's revision after the claim. A later claim takes it away. */
export interface Claim {
  round: string;
  number: number;
  revision: number;
}

/** One transaction while a release is staged: bounded, so that no reader waits long. */
const mostFilesAtOnce = 100;
const mostBytesAtOnce = 1_000_000;

/** Files in batches; one that is larger than a batch goes alone. */
function batchesOf(files: readonly ReleaseFile[]): ReleaseFile[][] {
  const batches: ReleaseFile[][] = [];
  let room = 0;
  for (const file of files) {
    room -= file.bytes.byteLength;
    const last = batches.at(-1);
    if (last && room >= 0 && last.length < mostFilesAtOnce) last.push(file);
    else {
      batches.push([file]);
      room = mostBytesAtOnce - file.bytes.byteLength;
    }
  }
  return batches;
}

const newest = sql`(SELECT max(other.number) FROM ${release} AS other WHERE other.round = ${release.round})`;

const columns = {
  path: releaseFile.path,
  mediaType: releaseFile.mediaType,
  // The driver's own value: the column's decoder wants a Buffer, which not every runtime has.
  bytes: sql<ArrayBuffer>`${releaseFile.bytes}`,
  sha256: releaseFile.sha256,
};

/** What readers of published results ask. */
export function releaseQueries({ registry }: Databases) {
  const ofRelease = (id: string, number: number) =>
    and(eq(releaseFile.round, id), eq(releaseFile.number, number));

  return {
    async newest(id: string): Promise<ReleaseRow | undefined> {
      const [row] = await registry
        .select()
        .from(release)
        .where(eq(release.round, id))
        .orderBy(desc(release.number))
        .limit(1);
      return row;
    },
    async find(id: string, number: number): Promise<ReleaseRow | undefined> {
      const [row] = await registry
        .select()
        .from(release)
        .where(and(eq(release.round, id), eq(release.number, number)));
      return row;
    },
    async file(id: string, number: number, path: string): Promise<ReleaseFile | undefined> {
      const [row] = await registry
        .select(columns)
        .from(releaseFile)
        .where(and(ofRelease(id, number), eq(releaseFile.path, path)));
      return row && { ...row, bytes: new Uint8Array(row.bytes) };
    },
    /** Files in a folder of the release whose name follows `after`, in order. */
    async files(
      id: string,
      number: number,
      folder: string,
      after: string,
      limit: number,
    ): Promise<ReleaseFile[]> {
      const rows = await registry
        .select(columns)
        .from(releaseFile)
        .where(
          and(
            ofRelease(id, number),
            gt(releaseFile.path, `${folder}/${after}`),
            // "0" is the character after "/": the end of the folder.
            lt(releaseFile.path, `${folder}0`),
          ),
        )
        .orderBy(asc(releaseFile.path))
        .limit(limit);
      return rows.map((row) => ({ ...row, bytes: new Uint8Array(row.bytes) }));
    },
    /** Hash by path, of everything in a release. */
    async hashes(id: string, number: number): Promise<Map<string, string>> {
      const rows = await registry
        .select({ path: releaseFile.path, sha256: releaseFile.sha256 })
        .from(releaseFile)
        .where(ofRelease(id, number));
      return new Map(rows.map(({ path, sha256 }) => [path, sha256]));
    },
    /** The newest release of every round in which the unit has a file, newest round first. */
    ofUnit(unit: string) {
      return registry
        .select({
          round: round.id,
          programme: round.programme,
          from: round.from,
          to: round.to,
          bytes: columns.bytes,
        })
        .from(release)
        .innerJoin(round, eq(round.id, release.round))
        .innerJoin(
          releaseFile,
          and(eq(releaseFile.round, release.round), eq(releaseFile.number, release.number)),
        )
        .where(and(eq(releaseFile.path, `units/${unit}`), eq(release.number, newest)))
        .orderBy(desc(round.to), desc(round.id))
        .limit(1000);
    },
    /** What the published rounds of a programme that ended before a day left for later ones, oldest first. */
    outcomesBefore(programme: string, day: string) {
      return registry
        .select({ round: round.id, outcome: release.outcome })
        .from(release)
        .innerJoin(round, eq(round.id, release.round))
        .where(and(eq(round.programme, programme), lt(round.to, day), eq(release.number, newest)))
        .orderBy(asc(round.from), asc(round.id));
    },
  };
}

/** How a release comes to be: claimed, staged, sealed. `sealed` is told of each that readers may see from now on. */
export function publicationQueries({ registry }: Databases, sealed: (round: string) => void) {
  const waiting = new Map<string, Promise<unknown>>();
  const holds = ({ round: id, revision }: Claim) =>
    sql`FROM ${round} WHERE ${round.id} = ${id} AND ${round.revision} = ${revision}`;

  return {
    /** Works of one name follow one another in this process. */
    async oneAtATime<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
      const before = waiting.get(id) ?? Promise.resolve();
      const mine = before.then(work, work);
      waiting.set(id, mine);
      try {
        return await mine;
      } finally {
        if (waiting.get(id) === mine) waiting.delete(id);
      }
    },
    /**
     * Takes the right to publish from whoever else has it, and clears away what an interrupted attempt staged.
     * Undefined where the round has changed since it was read.
     */
    async claim(id: string, number: number, revision: number): Promise<Claim | undefined> {
      const [taken] = await registry.batch([
        registry
          .update(round)
          .set({ revision: revision + 1 })
          .where(and(eq(round.id, id), eq(round.revision, revision))),
        registry
          .delete(releaseFile)
          .where(and(eq(releaseFile.round, id), eq(releaseFile.number, number))),
      ]);
      return taken.rowsAffected === 1 ? { round: id, number, revision: revision + 1 } : undefined;
    },
    /** Stages files, in transactions of bounded size. Nobody reads them before the seal; rejects once the claim is lost. */
    async stage(claim: Claim, files: readonly ReleaseFile[]): Promise<void> {
      for (const batch of batchesOf(files)) {
        await registry.insert(releaseFile).values(
          batch.map((file) => ({
            round: claim.round,
            number: claim.number,
            // No row, no path, and a file without a path is refused.
            path: sql`(SELECT ${file.path} ${holds(claim)})`,
            mediaType: file.mediaType,
            bytes: sql`${file.bytes}`,
            sha256: file.sha256,
          })),
        );
        // The embedded store answers at once: others are served in between.
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    },
    /** Publishes, in one transaction: before it readers see nothing of the release, after it everything. */
    async seal(claim: Claim, row: ReleaseRow): Promise<void> {
      await registry
        .batch([
          registry
            .insert(release)
            .values({ ...row, state: sql`(SELECT ${row.state} ${holds(claim)})` }),
          registry
            .update(round)
            .set({ state: row.state, revision: claim.revision + 1 })
            .where(eq(round.id, claim.round)),
        ])
        // Also where it failed: nobody knows how far it came.
        .finally(() => sealed(claim.round));
    },
  };
}
