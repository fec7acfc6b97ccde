/** Why a ledger entry, or a set of marks, is refused. Codes are stable; the text is for people. */
export const refusalTexts = {
  not_in_catalogue: {
    zh: "台账目录中没有这一项",
    en: "The ledger's catalogue has no such entry.",
  },
  points_not_as_catalogued: {
    zh: "分值与目录规定的不同",
    en: "The points are not those that the catalogue sets.",
  },
  points_out_of_range: { zh: "分值超出规定范围", en: "The points lie outside the range." },
  too_many_decimals: {
    zh: "小数位数超过规定",
    en: "The points have more decimal places than allowed.",
  },
  unknown_modifier: {
    zh: "该项没有这种加减情形",
    en: "This entry has no such modifier.",
  },
  repeated: { zh: "同一情形写了不止一次", en: "The same modifier is named more than once." },
  outside_window: {
    zh: "事实的日期不在规定时段内",
    en: "The date of the fact lies outside the window.",
  },
  unknown_unit: { zh: "本轮没有这个单位", en: "There is no such unit in this round." },
  unknown_assessor: { zh: "该台账没有这个评分主体", en: "This ledger has no such assessor." },
  not_this_assessor: {
    zh: "该单位不由这个评分主体评分",
    en: "This assessor does not score this unit.",
  },
  already_scored: {
    zh: "该评分主体已给这个单位评过分，须先冲销原分",
    en: "This assessor has scored this unit already; cancel that mark first.",
  },
  unknown_entry: { zh: "没有可冲销的记录", en: "There is no such entry to cancel." },
  already_cancelled: { zh: "该记录已被冲销", en: "That entry is cancelled already." },
  not_in_a_tier: { zh: "分数不在任何一档内", en: "The mark lies in none of the tiers." },
  tier_full: {
    zh: "该档的单位数超过限额",
    en: "This tier has more units than its quota allows.",
  },
} as const satisfies Record<string, { zh: string; en: string }>;

export type RefusalCode = keyof typeof refusalTexts;

/** A refusal and the place that it is about, as a JSON pointer into what was checked. */
export interface Refusal {
  code: RefusalCode;
  pointer: string;
}
