import type { CodeEntry } from "./entry.ts";

/** Ranking, shortlist, awards, and what the document says about its own choices. */
export const outcomes = {
  ranking_by_nothing: {
    severity: "error",
    message: { zh: "没有可以排名的 {by}", en: "There is no {by} to rank by." },
    explanation: {
      zh: "排名和同分比较要用总分、某个小计或某个组成部分；写 `total` 时方案要有总分。",
      en: "Ranking and tie-breaking need the total, a subtotal or a component; `total` needs a total.",
    },
  },
  no_ranking: {
    severity: "error",
    message: {
      zh: "{award} 按名次给，而方案不排名",
      en: "{award} goes by place, and nothing is ranked.",
    },
    explanation: {
      zh: "按名次或按决定给的奖惩，需要先规定怎么排名。",
      en: "An award by place, or by a decision over a proposed order, needs a ranking.",
    },
  },
  places_beyond: {
    severity: "error",
    message: {
      zh: "{award} 取到第 {to} 名，只有 {places} 个名额",
      en: "{award} reaches place {to}, and there are {places} places.",
    },
    explanation: {
      zh: "从名单或从另一项奖惩中取，不能超出那里的名额。",
      en: "Places counted on a list, or among the holders of another award, cannot go beyond what there is.",
    },
  },
  cycle: {
    severity: "error",
    message: { zh: "循环引用：{path}", en: "These depend on one another: {path}." },
    explanation: {
      zh: "互相依赖的部分没有先后，算不出来：例如入围按某项得分，而那项得分又只算入围单位。",
      en: "Parts that depend on one another in a circle can never be computed, such as a shortlist by a score that only shortlisted units have.",
    },
  },
  no_shortlist: {
    severity: "error",
    message: {
      zh: "{part} 需要入围名单，而方案没有",
      en: "{part} needs a shortlist, and there is none.",
    },
    explanation: {
      zh: "只算入围单位的部分，需要方案规定怎么入围。",
      en: "What counts for shortlisted units only needs a shortlist.",
    },
  },
  more_marks_than_places: {
    severity: "error",
    message: {
      zh: "每张票要标 {marks} 个单位，入围名额只有 {places}",
      en: "A ballot marks {marks} units, and the shortlist has {places} places.",
    },
    explanation: {
      zh: "选优和选差的数目合计不能超过入围名额，否则没有一张票能有效。",
      en: "Best and worst together cannot exceed the places of the shortlist, or no ballot can be valid.",
    },
  },
  no_minimum_volume: {
    severity: "error",
    message: {
      zh: "{award} 要求最低办件量，而方案没有规定",
      en: "{award} is barred for too little work, and no minimum is given.",
    },
    explanation: {
      zh: "奖惩写了 `minimumVolume`，方案就要规定各类单位的最低办件量。",
      en: "An award with `minimumVolume` needs the programme's minimum volume.",
    },
  },
  no_history: {
    severity: "error",
    message: {
      zh: "{part} 要看以前的轮次，而方案只办一次",
      en: "{part} needs earlier rounds, and the programme runs once.",
    },
    explanation: {
      zh: "连续几轮、免评、上轮名单这类规定，只在定期举办的方案里算得出来。",
      en: "Runs of rounds, exemptions and last round's lists can only be computed where rounds follow one another.",
    },
  },
  minimum_volume_idle: {
    severity: "warning",
    message: { zh: "最低办件量不限制任何奖惩", en: "The minimum volume bars no award." },
    explanation: {
      zh: "最低办件量写明只限制奖惩，却没有奖惩采用它。",
      en: "The minimum volume is said to bar awards, and no award says that it does.",
    },
  },
  no_tie_breaker: {
    severity: "warning",
    message: {
      zh: "名次相同时没有比较办法，涉及 {cuts}",
      en: "No tie-breaker is given for the cuts at {cuts}.",
    },
    explanation: {
      zh: "分数线上同分的单位会全部取入并标明；如果公告有比较办法，请写进 `tieBreakers`。",
      en: "Units tied at a cut are all taken, flagged. If the announcement breaks ties, say so in `tieBreakers`.",
    },
  },
  choice_without_note: {
    severity: "warning",
    message: {
      zh: "{path} 是一种理解，没有说明",
      en: "{path} is a reading, and no note explains it.",
    },
    explanation: {
      zh: "这一类选择公告往往没有说清楚；按哪种理解执行，应当在 `notes` 里写明，让人看得到。",
      en: "Announcements rarely settle this. How it was read belongs in `notes`, where people can see it.",
    },
  },
} satisfies Record<string, CodeEntry>;
