import type { ReleaseFile, ReleaseRow, releaseQueries } from "./releases.ts";

type Releases = Pick<ReturnType<typeof releaseQueries>, "newest" | "find" | "file">;

const mostBytes = 32_000_000;
const mostRounds = 1000;

/**
 * What readers of results ask, remembered in this process. The database lets nobody change a release once its row has sealed it,
 * so that files stay true for ever; which release is the newest stays true only until the next seal, and is remembered only
 * where no other process can bring one.
 */
export function publishedReleases(releases: Releases, alone: boolean) {
  const files = new Map<string, ReleaseFile>();
  let held = 0;
  const newestOf = new Map<string, ReleaseRow>();
  let seals = 0;

  function keep(key: string, file: ReleaseFile): void {
    // One file that takes much of the room would push out many.
    if (file.bytes.byteLength > mostBytes / 8) return;
    files.set(key, file);
    held += file.bytes.byteLength;
    for (const [oldest, { bytes }] of files) {
      if (held <= mostBytes) break;
      files.delete(oldest);
      held -= bytes.byteLength;
    }
  }

  return {
    async newest(round: string): Promise<ReleaseRow | undefined> {
      const known = newestOf.get(round);
      if (known) return known;
      const before = seals;
      const row = await releases.newest(round);
      // What was read while a release was being sealed may be the one before it.
      if (row && alone && seals === before) {
        if (newestOf.size >= mostRounds) newestOf.clear();
        newestOf.set(round, row);
      }
      return row;
    },
    find: releases.find,
    async file(round: string, number: number, path: string): Promise<ReleaseFile | undefined> {
      const key = `${round} ${number} ${path}`;
      const known = files.get(key);
      if (known) {
        // Last in the order, so that what nobody reads is the first to go.
        files.delete(key);
        files.set(key, known);
        return known;
      }
      const file = await releases.file(round, number, path);
      if (file && !files.has(key)) keep(key, file);
      return file;
    },
    /** A release of this round has been sealed. */
    sealed(round: string): void {
      seals += 1;
      newestOf.delete(round);
    },
  };
}
