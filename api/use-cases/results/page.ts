import { sha256Hex } from "../../canonical.ts";
import { Refusal } from "../../refusal.ts";
import type { Context } from "../context.ts";
import { keyOf, pageOf } from "../page.ts";
import { type Found, type OfRelease, requireRelease } from "./release.ts";

export interface PageInput extends OfRelease {
  cursor?: string | undefined;
  limit: number;
}

export interface FoundPage extends Found {
  next?: string;
}

interface Row {
  /** What follows it in the list. */
  key: string;
  json: string;
}

/**
 * A page put together from published bytes. Its cursor names the release, so that the pages of one reading are of one
 * release even when another is published in between.
 */
export async function pageFrom(
  ctx: Context,
  input: PageInput,
  read: (release: number, after: string, limit: number) => Promise<Row[]>,
): Promise<FoundPage> {
  const place = placeOf(input.cursor);
  const asked = input.release ?? place?.release;
  const { number } = await requireRelease(ctx, { round: input.round, release: asked });
  const rows = await read(number, place?.after ?? "", input.limit + 1);
  const { items, next } = pageOf(rows, input.limit, ({ key }) => `${number} ${key}`);
  const list = items.map(({ json }) => json).join(",");
  const bytes = new TextEncoder().encode(
    `{"items":[${list}]${next === undefined ? "" : `,"next":${JSON.stringify(next)}`}}`,
  );
  return {
    release: number,
    pinned: input.release !== undefined,
    ...(next !== undefined && { next }),
    file: { bytes, mediaType: "application/json", sha256: sha256Hex(bytes) },
  };
}

function placeOf(cursor: string | undefined): { release: number; after: string } | undefined {
  if (cursor === undefined) return undefined;
  const [, release, after] = /^([1-9]\d{0,3}) (.+)$/s.exec(keyOf(cursor)) ?? [];
  if (release === undefined || after === undefined) throw new Refusal("invalid_cursor");
  return { release: Number(release), after };
}
