import { RoundResult, UnitResult } from "../../../schema/contract/result-shapes.ts";
import { sha256Hex } from "../../canonical.ts";
import type { Context } from "../context.ts";
import { type BadgeText, drawBadge, type Theme } from "./badge-picture.ts";
import { type Found, findFile, type OfRelease } from "./release.ts";

interface Input extends OfRelease {
  unit: string;
  theme: Theme;
  lang: "zh" | "en";
}

const utf8 = new TextDecoder();

/**
 * A unit's result as a picture. Drawn when it is asked for, from the published bytes: six pictures of each unit would be most of
 * a release, and nothing is in them that is not in those bytes.
 */
export async function getBadge({ ctx, input }: { ctx: Context; input: Input }): Promise<Found> {
  const found = await findFile(ctx, input, `units/${input.unit}`);
  const of = { round: input.round, release: found.release };
  const { file } = await findFile(ctx, of, "round");
  const unit = UnitResult.parse(JSON.parse(utf8.decode(found.file.bytes)));
  const round = RoundResult.parse(JSON.parse(utf8.decode(file.bytes)));
  const bytes = new TextEncoder().encode(drawBadge(textOf(unit, round, input.lang), input.theme));
  return { ...found, file: { bytes, mediaType: "image/svg+xml", sha256: sha256Hex(bytes) } };
}

/** What the picture says, in one language. */
function textOf(unit: UnitResult, round: RoundResult, lang: "zh" | "en"): BadgeText {
  const zh = lang === "zh";
  const headline = headlineOf(unit, lang);
  const ballots =
    unit.n.value === undefined
      ? zh
        ? `${round.correction ? "评价或更正" : "评价"}不足 ${round.threshold} 份，不予显示`
        : `Fewer than ${round.threshold} ballots${round.correction ? ", or changed ones" : ""}: not shown`
      : zh
        ? `计入评价 ${unit.n.value} 份`
        : `${unit.n.value} ballots counted`;
  return {
    id: unit.unit,
    name: zh ? unit.name : (unit.nameEn ?? unit.name),
    lang,
    programme: round.title[lang],
    month: round.from.slice(0, 7),
    ballots,
    ...headline,
  };
}

/** The total where there is one, else the first rate that is shown. */
function headlineOf(
  unit: UnitResult,
  lang: "zh" | "en",
): Pick<BadgeText, "label" | "value" | "share"> {
  if (unit.total.value !== undefined) {
    const rank = unit.rank.value === undefined ? "" : ` · ${place(unit.rank.value, lang)}`;
    const label = (lang === "zh" ? "总分" : "Total") + rank;
    return { label, value: String(Math.round(unit.total.value * 10) / 10) };
  }
  const rate = unit.statistics.find(({ figure: { value } }) => value !== undefined && value <= 1);
  const value = rate?.figure.value;
  if (!rate || value === undefined)
    return { label: lang === "zh" ? "暂无结果" : "No result", value: "—" };
  return {
    label: rate.label[lang],
    value: value === 1 ? "100%" : `${(Math.round(value * 1000) / 10).toFixed(1)}%`,
    share: value,
  };
}

function place(rank: number, lang: "zh" | "en"): string {
  return lang === "zh" ? `第 ${rank} 名` : `rank ${rank}`;
}
