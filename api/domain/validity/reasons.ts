/** Why a ballot, or one nomination on it, does not count. Codes are stable; the text is for people. */
export const reasonTexts = {
  off_instrument: {
    zh: "选票中有本表没有的内容",
    en: "The ballot contains something that its form does not have.",
  },
  channel_not_offered: {
    zh: "该评议群体不通过此渠道投票",
    en: "This group does not vote through this channel.",
  },
  group_not_asked: {
    zh: "本表不向该评议群体征集",
    en: "This form is not put to this group.",
  },
  outside_window: {
    zh: "日期不在该群体的评议时段内",
    en: "The date lies outside the window in which this group is asked.",
  },
  unknown_unit: { zh: "本轮没有这个单位", en: "There is no such unit in this round." },
  out_of_scope: {
    zh: "该单位不在这个群体的评议范围内",
    en: "This group does not appraise this unit.",
  },
  repeated: { zh: "同一项写了不止一次", en: "The same thing is named more than once." },
  missing: { zh: "应填的项目没有填", en: "Something that must be filled in is missing." },
  points_too_high: {
    zh: "分数超过该项满分",
    en: "The points are higher than the full marks of this indicator.",
  },
  points_not_in_step: {
    zh: "分数不是规定分档的整数倍",
    en: "The points are not a multiple of the step that the form allows.",
  },
  too_many_nominations: {
    zh: "提名超过规定数目，整张选票无效",
    en: "More units are named than the form allows; the whole ballot is void.",
  },
  problem_missing: {
    zh: "提名没有写明问题",
    en: "A nomination must name at least one problem.",
  },
  case_missing: {
    zh: "提名没有写明有日期的具体事例",
    en: "A nomination must rest on a concrete, dated case.",
  },
  case_too_early: {
    zh: "事例发生得太早，不计入本轮",
    en: "The case is too early to count in this round.",
  },
  case_in_future: { zh: "事例的日期晚于投票日期", en: "The case is later than the ballot." },
  not_shortlisted: { zh: "该单位不在入围名单上", en: "The unit is not on the shortlist." },
  wrong_number: {
    zh: "勾选的单位数目不符合规定",
    en: "The number of units marked is not the number required.",
  },
  best_and_worst: {
    zh: "同一单位既选为最好又选为最差",
    en: "The same unit is marked both best and worst.",
  },
  empty: { zh: "选票上没有可以计入的内容", en: "Nothing on the ballot can be counted." },
} as const satisfies Record<string, { zh: string; en: string }>;

export type ReasonCode = keyof typeof reasonTexts;

/** A reason and the place in the answers that it is about, as a JSON pointer. */
export interface Reason {
  code: ReasonCode;
  pointer: string;
}

/** Builds a reason; the path is relative to the answers. */
export function reason(code: ReasonCode, ...path: readonly (string | number)[]): Reason {
  return { code, pointer: path.map((step) => `/${escapeStep(String(step))}`).join("") };
}

function escapeStep(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}
