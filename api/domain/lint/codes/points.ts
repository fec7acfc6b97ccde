import type { CodeEntry } from "./entry.ts";

/** Points, weights, sheets and ledgers. */
export const points = {
  total_off: {
    severity: "error",
    message: {
      zh: "总分写的是 {stated}，各部分合计 {sum}",
      en: "The total is stated as {stated}, and its components add up to {sum}.",
    },
    explanation: {
      zh: "不在总分之外的各组成部分，满分加起来必须等于所写的总分。",
      en: "The full marks of the components that are not outside must add up to the stated total.",
    },
  },
  rule_off: {
    severity: "error",
    message: {
      zh: "{rule} 写的是 {stated} 分，各指标合计 {sum}",
      en: "{rule} is worth {stated}, and its indicators add up to {sum}.",
    },
    explanation: {
      zh: "一条规定下各指标的分值之和必须等于这条规定的分值。",
      en: "The indicators of a rule must add up to the points of the rule.",
    },
  },
  parts_off: {
    severity: "error",
    message: {
      zh: "{indicator} 写的是 {stated} 分，各项合计 {sum}",
      en: "{indicator} is worth {stated}, and its parts add up to {sum}.",
    },
    explanation: {
      zh: "分项打分的指标，各分项之和必须等于指标的分值。",
      en: "The parts of an indicator must add up to its points.",
    },
  },
  unbounded_in_total: {
    severity: "error",
    message: {
      zh: "{component} 没有满分，却在总分之内",
      en: "{component} has no full marks, and yet stands inside the total.",
    },
    explanation: {
      zh: "得票数、没有上限的加分说不清占总分多少；请加上限，或标为 `outside`。",
      en: "Votes and bonuses without a cap have no share of a stated total: give a cap, or mark the component `outside`.",
    },
  },
  total_of_nothing: {
    severity: "error",
    message: { zh: "有总分而没有组成部分", en: "There is a total, and no component." },
    explanation: {
      zh: "总分是各组成部分之和；没有组成部分就没有总分。",
      en: "A total is a sum over components; without any there is none.",
    },
  },
  step_misses_points: {
    severity: "error",
    message: {
      zh: "{indicator} 的 {points} 分不是 {step} 的倍数",
      en: "The {points} points of {indicator} are no multiple of {step}.",
    },
    explanation: {
      zh: "打分间隔除不尽满分时，谁也打不出满分。",
      en: "Where the step does not divide the points, nobody can give full marks.",
    },
  },
  step_too_fine: {
    severity: "error",
    message: {
      zh: "打分间隔 {step} 不是 0.01 的倍数",
      en: "The step {step} is no multiple of 0.01.",
    },
    explanation: {
      zh: "评分表按百分之一分累计，更细的间隔算不准。",
      en: "Sheets are added up in hundredths of a point; a finer step could not be added exactly.",
    },
  },
  divides_by_zero: {
    severity: "error",
    message: {
      zh: "{what} 合计为零，无法相除",
      en: "{what} comes to zero and cannot be divided by.",
    },
    explanation: {
      zh: "计分要除以最高等次的分值、表格满分、权重之和或评分上限，这些都必须大于零。",
      en: "Scoring divides by the best level, the full marks of a sheet, the sum of weights or the top of a range; each must be above zero.",
    },
  },
  weight_unreachable: {
    severity: "error",
    message: {
      zh: "{group} 有权重，但没有评分表会收到它的票",
      en: "{group} has a weight, and no sheet that it fills in is scored.",
    },
    explanation: {
      zh: "权重只用于按组加权的评分表；这一组不在其中，它的权重不起作用。",
      en: "Weights count in group-weighted sheets only; this group is in none, so its weight has no effect.",
    },
  },
  weight_missing: {
    severity: "error",
    message: {
      zh: "{component} 按组加权，{group} 没有权重",
      en: "{group} has no weight, and {component} weights its groups.",
    },
    explanation: {
      zh: "按组加权时每一组都要有权重；想让每张表一样重，用 `equal-ballots`。",
      en: "A group-weighted component needs a weight for each of its groups; for sheets that all weigh the same there is `equal-ballots`.",
    },
  },
  weights_not_one: {
    severity: "warning",
    message: {
      zh: "{component} 的权重合计为 {sum}",
      en: "The weights of {component} sum to {sum}.",
    },
    explanation: {
      zh: "权重合计不是 1，多半是公告印错了。无论照印（满分达不到）还是折算（每组的实际份量变了），都应当在说明里讲清楚。",
      en: "Weights that do not sum to 1 are probably a misprint. Taken literally nobody can reach full marks; normalised, each group weighs something else than printed. Either way a note should say so.",
    },
  },
  small_sample_weights: {
    severity: "warning",
    message: {
      zh: "本单位与平均的权重合计为 {sum}",
      en: "The weights of own score and mean sum to {sum}.",
    },
    explanation: {
      zh: "票数少时，本单位得分与全体平均的权重合计应当是 1，否则这些单位的得分整体偏高或偏低。",
      en: "In a small sample the weights of the unit's own score and of the mean should sum to 1, or those units are marked up or down as a whole.",
    },
  },
  entry_in_two_parts: {
    severity: "error",
    message: { zh: "{entry} 在两处扣分", en: "{entry} deducts in two parts." },
    explanation: {
      zh: "同一条目在一张表的两个部分扣分，一件事就扣了两次。",
      en: "An entry that deducts in two parts of one sheet takes off points twice for one fact.",
    },
  },
  entry_without_effect: {
    severity: "warning",
    message: { zh: "{entry} 不影响任何得分", en: "{entry} changes no score." },
    explanation: {
      zh: "目录里有这一条，但没有任何部分用它扣分；记了也不起作用。",
      en: "The catalogue has this entry and no part deducts by it; recording it would change nothing.",
    },
  },
  ledger_unread: {
    severity: "warning",
    message: { zh: "没有部分读取 {ledger}", en: "Nothing reads {ledger}." },
    explanation: {
      zh: "没有计分部分或奖惩读取这本台账，记录不起作用。",
      en: "No component and no award reads this ledger; its entries would change nothing.",
    },
  },
  tiers_gap: {
    severity: "error",
    message: {
      zh: "{upper} 与 {lower} 之间有空档",
      en: "There is a gap between {upper} and {lower}.",
    },
    explanation: {
      zh: "评分的每个可能值都要落在某一档里。",
      en: "Every mark that can be given must fall into a tier.",
    },
  },
  tiers_overlap: {
    severity: "error",
    message: { zh: "{upper} 与 {lower} 重叠", en: "{upper} and {lower} overlap." },
    explanation: {
      zh: "各档从好到差排列，两头都算在档内，因此不能共用一个值。",
      en: "Tiers run from best to worst and include both ends, so no mark may belong to two.",
    },
  },
  tiers_beyond_range: {
    severity: "error",
    message: {
      zh: "各档为 {from} 至 {to}，评分范围却不同",
      en: "The tiers run from {from} to {to}, and the range of marks does not.",
    },
    explanation: {
      zh: "最好一档的上端和最差一档的下端应当就是评分范围的两端。",
      en: "The top of the best tier and the bottom of the worst must be the ends of the range.",
    },
  },
  assessor_missing: {
    severity: "warning",
    message: {
      zh: "{ledger} 没有人给部门管理的单位评分",
      en: "Nobody scores units managed by an agency alone in {ledger}.",
    },
    explanation: {
      zh: "多数单位只由部门管理；没有 `every-unit` 或 `managed-by-agency` 的评分人，这些单位这一项算不出来。",
      en: "Most units are managed by an agency alone; without an assessor for `every-unit` or `managed-by-agency` they have no mark.",
    },
  },
} satisfies Record<string, CodeEntry>;
