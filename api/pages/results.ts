import { z } from "@hono/zod-openapi";
import type { Context } from "../use-cases/context.ts";
import { getProgramme } from "../use-cases/programmes/index.ts";
import * as results from "../use-cases/results/index.ts";
import { Round, Row, Unit } from "./published.ts";

const utf8 = new TextDecoder();
const parseBytes = (bytes: Uint8Array): unknown => JSON.parse(utf8.decode(bytes));

const Page = z.object({ items: z.array(Row), next: z.string().optional() });

/** The published result of a round, from the published bytes. */
export async function loadRound(ctx: Context, round: string): Promise<Round> {
  const { file } = await results.findFile(ctx, { round }, "round");
  return Round.parse(parseBytes(file.bytes));
}

export async function loadUnit(ctx: Context, round: string, unit: string): Promise<Unit> {
  const { file } = await results.findFile(ctx, { round }, `units/${unit}`);
  return Unit.parse(parseBytes(file.bytes));
}

const Words = z.object({ zh: z.string(), en: z.string() });
const Rules = z.object({
  county: Words,
  notes: z.array(Words.extend({ about: z.string() })).default([]),
});

/** Whose rules these are, and how their source was read where it is silent. */
export async function loadRules(ctx: Context, { programme, version }: Round) {
  const { document } = await getProgramme({ ctx, input: { programme, version } });
  return Rules.parse(JSON.parse(document));
}

const kept = new Map<string, Row[]>();
const mostKept = 8;

/** Every unit of a release. A release never changes, so that the newest few stay in memory. */
export async function loadUnits(ctx: Context, { round, release }: Round): Promise<Row[]> {
  const key = `${ctx.county.name} ${round} ${release}`;
  const known = kept.get(key);
  if (known) return known;
  const rows: Row[] = [];
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const input = { round, release, limit: 1000, ...(cursor !== undefined && { cursor }) };
    const { file } = await results.listUnitResults({ ctx, input });
    const page = Page.parse(parseBytes(file.bytes));
    rows.push(...page.items);
    cursor = page.next;
  }
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(key, rows);
  return rows;
}
