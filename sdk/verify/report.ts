import type { Check, Verdict } from "./check.ts";
import type { UnitVerdict, Verification } from "./compare.ts";
import { type Language, reasonText, verdictWords, wholeName } from "./words.ts";

/** The outcome as a table: the round, then a line for each unit, each difference below its unit. */
export function reportLines(verification: Verification, language: Language): string[] {
  const { whole, units } = verification;
  return [
    ...rowLines({ ...whole, unit: "—", name: wholeName[language] }, language),
    ...units.flatMap((unit) => rowLines(unit, language)),
    ...summaryLines(verification, language),
  ];
}

function rowLines({ unit, name, verdict, counts, checks }: UnitVerdict, language: Language) {
  const columns = [
    padded(verdictWords[verdict][language], 10),
    padded(unit, 14),
    padded(name, 24),
    `${counts.identical} / ${counts.different} / ${counts.withheld}`,
  ];
  return [
    columns.join(" "),
    ...checks
      .filter((check) => check.verdict === "different")
      .map((check) => `    ${differenceText(check, language)}`),
    ...reasonsOf(checks, verdict, language).map((reason) => `    ${reason}`),
  ];
}

function differenceText({ figure, published, recomputed, reason }: Check, language: Language) {
  const words = { zh: ["公布", "复算"], en: ["published", "recomputed"] }[language];
  const values = [published, recomputed].flatMap((value, index) =>
    value === undefined ? [] : [`${words[index]} ${value}`],
  );
  const why = reason === undefined ? [] : [reasonText(reason, language)];
  return `${figure}: ${[...values, ...why].join(" ≠ ")}`;
}

/** Why nothing of a unit could be recomputed. */
function reasonsOf(checks: readonly Check[], verdict: Verdict, language: Language): string[] {
  if (verdict !== "withheld") return [];
  const reasons = new Set(checks.flatMap(({ reason }) => (reason === undefined ? [] : [reason])));
  return [...reasons].map((reason) => reasonText(reason, language));
}

function summaryLines({ round, release, units, counts }: Verification, language: Language) {
  const of = (verdict: Verdict) => units.filter((unit) => unit.verdict === verdict).length;
  const checked = counts.identical + counts.different;
  const share = checked === 0 ? "–" : `${((100 * counts.identical) / checked).toFixed(2)}%`;
  const { identical, different, withheld } = counts;
  return language === "zh"
    ? [
        "",
        `${round} 第 ${release} 版：单位 一致 ${of("identical")}，不一致 ${of("different")}，未公开 ${of("withheld")}`,
        `数字：一致 ${identical}，不一致 ${different}，未公开 ${withheld}；可复算的数字中一致 ${share}`,
      ]
    : [
        "",
        `${round}, release ${release}: units ${of("identical")} identical, ${of("different")} different, ${of("withheld")} withheld`,
        `Figures: ${identical} identical, ${different} different, ${withheld} withheld; identical among those that can be recomputed ${share}`,
      ];
}

/** Pads to a width in columns of a terminal, in which a Chinese character takes two. */
function padded(text: string, width: number): string {
  let used = 0;
  for (const character of text)
    used += /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/u.test(character) ? 2 : 1;
  return text + " ".repeat(Math.max(0, width - used));
}
