import { Refusal } from "../../refusal.ts";
import type { ReleaseFile } from "../../store/releases.ts";
import type { Context } from "../context.ts";
import { tallyPath } from "../publication/files.ts";
import { type FoundPage, type PageInput, pageFrom } from "./page.ts";

const utf8 = new TextDecoder();
const folder = "tallies";
const filesAtOnce = 20;

type Input = PageInput & { unit?: string | undefined };

/** Counters, by unit, from the lines of each unit's file. */
export function listTallies({ ctx, input }: { ctx: Context; input: Input }): Promise<FoundPage> {
  return pageFrom(ctx, input, async (release, after, limit) => {
    const place = placeOf(after);
    const of = { round: input.round, release };
    if (input.unit !== undefined) {
      return rowsOf(await filesOfUnit(ctx, of, input.unit), place).slice(0, limit);
    }
    const rows = place ? rowsOf(await fileNamed(ctx, of, place.name), place) : [];
    let last = place?.name ?? "";
    while (rows.length < limit) {
      const { releases } = ctx.store;
      const files = await releases.files(of.round, release, folder, last, filesAtOnce);
      rows.push(...rowsOf(files, undefined));
      last = files.at(-1)?.path.slice(folder.length + 1) ?? last;
      if (files.length < filesAtOnce) break;
    }
    return rows.slice(0, limit);
  });
}

interface Of {
  round: string;
  release: number;
}

interface Place {
  name: string;
  /** Lines of the file that were read. */
  line: number;
}

/** The key of a row: the name of its file and its line there. */
function placeOf(after: string): Place | undefined {
  if (after === "") return undefined;
  const [, name, line] = /^([a-z0-9-]+) (\d{1,9})$/.exec(after) ?? [];
  if (name === undefined || line === undefined) throw new Refusal("invalid_cursor");
  return { name, line: Number(line) };
}

async function fileNamed(ctx: Context, of: Of, name: string): Promise<ReleaseFile[]> {
  const file = await ctx.store.published.file(of.round, of.release, `${folder}/${name}`);
  return file ? [file] : [];
}

/** A unit of the round whose counters may not be shown has none. */
async function filesOfUnit(ctx: Context, of: Of, unit: string): Promise<ReleaseFile[]> {
  const known = await ctx.store.published.file(of.round, of.release, `units/${unit}`);
  if (!known) throw new Refusal("unknown_unit");
  return fileNamed(ctx, of, tallyPath(unit).slice(folder.length + 1));
}

function rowsOf(files: readonly ReleaseFile[], place: Place | undefined) {
  return files.flatMap(({ path, bytes }) => {
    const name = path.slice(folder.length + 1);
    const lines = utf8.decode(bytes).split("\n").slice(0, -1);
    const read = place?.name === name ? place.line : 0;
    return lines.map((json, index) => ({ key: `${name} ${index + 1}`, json })).slice(read);
  });
}
