import { z } from "@hono/zod-openapi";
import { RoundResult, UnitResult } from "../../schema/contract/result-shapes.ts";
import type { Context } from "../use-cases/context.ts";
import { getProgramme } from "../use-cases/programmes/index.ts";
import * as results from "../use-cases/results/index.ts";

const utf8 = new TextDecoder();
const parseBytes = (bytes: Uint8Array): unknown => JSON.parse(utf8.decode(bytes));

const Row = z.object({
  unit: z.string(),
  name: z.string(),
  nameEn: z.string().optional(),
  agency: z.string(),
  agencyName: z.string(),
  pool: z.string(),
  n: UnitResult.shape.n,
  total: UnitResult.shape.total,
  rank: UnitResult.shape.rank,
  statistics: UnitResult.shape.statistics,
});
const Page = z.object({ items: z.array(Row), next: z.string().optional() });
export type Row = z.infer<typeof Row>;

/** The published result of a round, from the published bytes. */
export async function loadRound(ctx: Context, round: string): Promise<RoundResult> {
  const { file } = await results.findFile(ctx, { round }, "round");
  return RoundResult.parse(parseBytes(file.bytes));
}

export async function loadUnit(ctx: Context, round: string, unit: string): Promise<UnitResult> {
  const { file } = await results.findFile(ctx, { round }, `units/${unit}`);
  return UnitResult.parse(parseBytes(file.bytes));
}

const Words = z.object({ zh: z.string(), en: z.string() });
const Rules = z.object({
  county: Words,
  notes: z.array(Words.extend({ about: z.string() })).default([]),
});

/** Whose rules these are, and how their source was read where it is silent. */
export async function loadRules(ctx: Context, { programme, version }: RoundResult) {
  const { document } = await getProgramme({ ctx, input: { programme, version } });
  return Rules.parse(JSON.parse(document));
}

const kept = new Map<string, Row[]>();
const mostKept = 8;

/** Every unit of a release. A release never changes, so that the newest few stay in memory. */
export async function loadUnits(ctx: Context, { round, release }: RoundResult): Promise<Row[]> {
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
