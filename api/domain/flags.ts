import type { Flag } from "./result.ts";

/** What each flag says to people. */
export const flagTexts: Record<Flag, { zh: string; en: string }> = {
  no_ballots: { zh: "没有选票，无法计算", en: "No ballot was cast, so this cannot be computed." },
  mean_used: {
    zh: "没有选票，按全体单位平均分计",
    en: "No ballot was cast, so the mean of all units is used.",
  },
  small_sample: {
    zh: "选票较少，部分按全体单位平均分计",
    en: "Few ballots were cast, so the mean of all units counts in part.",
  },
  group_missing: {
    zh: "有评议群体未提交评分表，其权重由其余群体承担",
    en: "A group handed in no sheet; the other groups carry its weight.",
  },
  no_score: { zh: "尚无评分，无法计算", en: "No mark was given, so this cannot be computed." },
  assessor_missing: {
    zh: "有评分主体未评分，按其余主体计算",
    en: "An assessor gave no mark; the others count alone.",
  },
  no_visit_counts: { zh: "缺少办件量", en: "The number of visits is not known." },
  other_pool: {
    zh: "该类单位不适用此项",
    en: "This figure is about units of another pool.",
  },
  no_history: {
    zh: "以往轮次不足，无法判断",
    en: "There are too few earlier rounds to tell.",
  },
  not_shortlisted: { zh: "未入围", en: "Not on the shortlist." },
  component_missing: {
    zh: "有分项无法计算，因此没有总分",
    en: "A component could not be computed, so there is no sum.",
  },
  tie_at_cut: {
    zh: "名次并列跨越界线，并列单位全部列入",
    en: "A tie lies across the cut; every tied unit is taken.",
  },
  awaits_decision: { zh: "待作出决定并记录", en: "A recorded decision is awaited." },
  exempt: { zh: "本轮免评", en: "Exempt from this round." },
  below_minimum_volume: {
    zh: "办件量不足，不参加本轮评议",
    en: "Too little work to take part.",
  },
  volume_unknown: {
    zh: "办件量不全，能否参加需作决定",
    en: "The amount of work is not fully known; a decision is needed.",
  },
  capped: { zh: "达到上限", en: "The cap was reached." },
  floored: { zh: "扣至零分或下限为止", en: "The floor was reached." },
  entry_outside_window: {
    zh: "有记录的日期在规定时段之外，未计入",
    en: "An entry lies outside its window and was not counted.",
  },
  entry_outside_periods: {
    zh: "有记录的日期不在任何一期内，未计入",
    en: "An entry lies in none of the periods and was not counted.",
  },
  several_marks: {
    zh: "同一主体评分不止一次，取平均",
    en: "An assessor's mark stands more than once; the mean is used.",
  },
  list_short: { zh: "名单未满额", en: "The list is not full." },
  over_places: { zh: "名单超过名额", en: "The list has more units than places." },
  differs_from_proposal: {
    zh: "决定的名单与系统提出的不同",
    en: "The decision names other units than were proposed.",
  },
  no_total: { zh: "本方案不计总分", en: "This programme adds nothing up." },
  no_case_counts: { zh: "缺少问题办理情况", en: "Cases were not counted." },
  no_item_counts: { zh: "缺少事项情况", en: "Items were not counted." },
};
