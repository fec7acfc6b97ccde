import type { CodeEntry } from "./entry.ts";

/** Dates, states and deadlines. */
export const time = {
  unknown_time_zone: {
    severity: "error",
    message: { zh: "没有时区 {zone}", en: "There is no time zone {zone}." },
    explanation: {
      zh: "时区要用 IANA 名称，例如 Asia/Shanghai；日期按它读。",
      en: "Dates are read in an IANA time zone such as Asia/Shanghai.",
    },
  },
  window_reversed: {
    severity: "error",
    message: { zh: "{from} 晚于 {to}", en: "{from} comes after {to}." },
    explanation: { zh: "时段的首日不能晚于末日。", en: "A window cannot begin after it ends." },
  },
  range_reversed: {
    severity: "error",
    message: { zh: "{from} 大于 {to}", en: "{from} is more than {to}." },
    explanation: {
      zh: "分值或名次的范围，起点不能大于终点。",
      en: "A range of points or places cannot begin above its end.",
    },
  },
  periods_overlap: {
    severity: "error",
    message: { zh: "{first} 与 {second} 重叠", en: "{first} and {second} overlap." },
    explanation: {
      zh: "分期重新打分的各期不能重叠，否则一件事在两期里都扣分。",
      en: "Periods that are marked anew may not overlap, or one fact would deduct in two.",
    },
  },
  period_outside_window: {
    severity: "warning",
    message: { zh: "{period} 超出台账时段", en: "{period} reaches beyond the ledger's window." },
    explanation: {
      zh: "台账不收时段以外的事实，这一期的一部分永远没有记录。",
      en: "The ledger takes no facts outside its window, so part of this period can never have an entry.",
    },
  },
  state_missing: {
    severity: "error",
    message: { zh: "缺少状态 {state}", en: "The state {state} is missing." },
    explanation: {
      zh: "每一轮都要经过 draft、open、closed 和 published。",
      en: "Every round passes through draft, open, closed and published.",
    },
  },
  states_out_of_order: {
    severity: "error",
    message: { zh: "{state} 应当在 {after} 之后", en: "{state} must come after {after}." },
    explanation: {
      zh: "先起草再开放，截止后才有结果，公布（或初步公布）后才能申诉，final 最后。",
      en: "A round is drafted before it opens and has results after it closes; appeals follow something published; final comes last.",
    },
  },
  state_not_passed: {
    severity: "error",
    message: { zh: "方案不经过状态 {state}", en: "The programme does not pass through {state}." },
    explanation: {
      zh: "期限或日程所依据的状态不在方案的状态里，永远不会开始。",
      en: "A deadline or a date hangs on a state that the programme never reaches.",
    },
  },
  deadline_unclear: {
    severity: "error",
    message: {
      zh: "{deadline} 要写明工作日或日历日之一，以及在何事之前或之后",
      en: "{deadline} needs either working or calendar days, and one event before or after.",
    },
    explanation: {
      zh: "期限只能用一种日数，只能从一件事起算。",
      en: "A deadline counts one kind of days, from or up to one event.",
    },
  },
  continuous_single: {
    severity: "error",
    message: {
      zh: "只办一次的方案不能自动接续",
      en: "A programme that runs once cannot continue by itself.",
    },
    explanation: {
      zh: "`continuous` 表示一轮接一轮自动开启，需要按月、按季或按年的周期。",
      en: "`continuous` means that rounds open one after the other, which needs a monthly, quarterly or yearly cycle.",
    },
  },
  accept_days_short: {
    severity: "warning",
    message: {
      zh: "有评价器，截止后只多收 {days} 天",
      en: "There are devices, and ballots are accepted for {days} days after closing.",
    },
    explanation: {
      zh: "评价器可能断网多日才上传；截止后至少多收十四天，否则这些票不计分。",
      en: "A device may be offline for days; with fewer than 14 days after closing its ballots come too late to be scored.",
    },
  },
  late_ratings_cut: {
    severity: "warning",
    message: {
      zh: "可补评 {late} 天，截止后只多收 {days} 天",
      en: "A visit may be rated for {late} days, and ballots are accepted for {days} after closing.",
    },
    explanation: {
      zh: "月末办事的人补评时，这一轮可能已经不再收票。",
      en: "Who visited on the last day could rate when the round no longer accepts the ballot.",
    },
  },
  appeals_without_deadline: {
    severity: "warning",
    message: { zh: "有申诉阶段而没有申诉期限", en: "There are appeals, and no deadline for them." },
    explanation: {
      zh: "没有期限，就说不清什么时候可以结束申诉。请写一个 `for` 为 `appeal` 的期限。",
      en: "Without a deadline nobody knows when appeals end; write one that is `for` `appeal`.",
    },
  },
} satisfies Record<string, CodeEntry>;
