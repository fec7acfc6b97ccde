import { Refusal } from "../../refusal.ts";
import type { ReleaseFile, ReleaseRow } from "../../store/releases.ts";
import type { Context } from "../context.ts";
import { findRound } from "../rounds/find.ts";

export interface OfRelease {
  round: string;
  /** Absent: the newest. */
  release?: number | undefined;
}

/** Published bytes, with the release that they are of. */
export interface Found {
  release: number;
  /** Whether the reader asked for this very release. */
  pinned: boolean;
  file: Pick<ReleaseFile, "bytes" | "mediaType" | "sha256">;
}

/** The release that was asked for, or why there is none. */
export async function requireRelease(ctx: Context, input: OfRelease): Promise<ReleaseRow> {
  const { published } = ctx.store;
  const row =
    input.release === undefined
      ? await published.newest(input.round)
      : await published.find(input.round, input.release);
  if (row) return row;
  await findRound(ctx, input.round);
  const newest = await published.newest(input.round);
  throw new Refusal(newest ? "unknown_release" : "not_published");
}

/** One file of a release, as it was published. */
export async function findFile(ctx: Context, input: OfRelease, path: string): Promise<Found> {
  const { number } = await requireRelease(ctx, input);
  const file = await ctx.store.published.file(input.round, number, path);
  if (!file) throw new Refusal(path.includes("/") ? "unknown_unit" : "not_published");
  return { release: number, pinned: input.release !== undefined, file };
}
