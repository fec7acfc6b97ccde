import type { Verdict } from "./check.ts";

export type Language = "zh" | "en";

type Words = Record<Language, string>;

export const verdictWords: Record<Verdict, Words> = {
  identical: { zh: "一致", en: "identical" },
  different: { zh: "不一致", en: "different" },
  withheld: { zh: "未公开", en: "withheld" },
};

const reasons: Readonly<Record<string, Words>> = {
  ballots_not_published: {
    zh: "该单位评价份数不足，未公开",
    en: "too few ballots to be published",
  },
  groups_not_published: {
    zh: "某一群体份数不足，未分开公开",
    en: "a group is too small to be told apart",
  },
  scope_not_published: {
    zh: "有权评该单位者是否足够，未公开",
    en: "who could name the unit is not told apart",
  },
  entries_not_published: { zh: "台账只公开合计", en: "of the ledger only sums are published" },
  other_units_not_published: {
    zh: "取决于未公开单位的数据",
    en: "rests on units that are not shown",
  },
  history_not_published: {
    zh: "以往轮次的份数不足，未公开",
    en: "an earlier round had too few ballots",
  },
  channels_not_published: { zh: "渠道合并公开", en: "channels are published together" },
  facts_not_published: { zh: "案件和事项数据未公开", en: "cases and items are not published" },
  fixed_for_the_vote: { zh: "名单在投票前确定", en: "fixed before the vote" },
  fewer_than_threshold: { zh: "评价份数不足，不公布", en: "too few ballots: not published" },
  small_group: { zh: "群体过小，不公布", en: "a small group: not published" },
  small_unit_in_mean: {
    zh: "均值含份数不足的单位，不公布",
    en: "a mean over a small unit: not published",
  },
  rests_on_withheld: { zh: "取决于不公布的数字", en: "rests on a figure that is not published" },
  not_published: { zh: "应公布而未公布", en: "should be published and is not" },
  unit_not_in_round: { zh: "本轮没有该单位", en: "the round has no such unit" },
};

/** A reason in words; the code itself where there are none. */
export function reasonText(reason: string, language: Language): string {
  return reasons[reason]?.[language] ?? reason;
}

export const wholeName: Words = { zh: "本轮合计", en: "the round" };
