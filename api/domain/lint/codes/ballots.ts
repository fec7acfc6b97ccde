import type { CodeEntry } from "./entry.ts";

/** Who votes, on what, and how the ballots reach a component. */
export const ballots = {
  wrong_instrument: {
    severity: "error",
    message: {
      zh: "{stream} 收的是 {kind}，这里要的是 {needs}",
      en: "{stream} holds ballots of kind {kind}; this needs {needs}.",
    },
    explanation: {
      zh: "每种计分方法只能读相应的评议表：等次平均读等次票，表格平均读评分表，依此类推。",
      en: "Each way of scoring reads its own kind of ballot: a mean of levels reads levels, a mean of sheets reads sheets, and so on.",
    },
  },
  wrong_ledger: {
    severity: "error",
    message: {
      zh: "{ledger} 是 {kind} 台账，这里要的是 {needs}",
      en: "{ledger} is a ledger of kind {kind}; this needs {needs}.",
    },
    explanation: {
      zh: "扣分、加分和其他渠道的票读事实台账，评分组成部分读评分台账。",
      en: "Deductions, bonuses and other votes read a ledger of facts; a ledger score reads a ledger of marks.",
    },
  },
  streams_overlap: {
    severity: "error",
    message: {
      zh: "{first} 与 {second} 会收到同样的票",
      en: "{first} and {second} would take the same ballots.",
    },
    explanation: {
      zh: "同一评议表的两股票源不能同时包含同一组别的同一天，否则一张票属于哪一股说不清。",
      en: "Two streams of one instrument may not share a group on the same day: nobody could say whose ballot it is.",
    },
  },
  draw_not_possible: {
    severity: "error",
    message: {
      zh: "{instrument} 的票不能抽取",
      en: "The ballots of {instrument} cannot be drawn.",
    },
    explanation: {
      zh: "只有一张票评全部单位的评议表（提名、选优选差）才能抽取；一张票只评一个单位时，抽取会让运气决定每个单位得几张票。自动开启的轮次没有机会事先指明随机来源。",
      en: "Only ballots about all units at once (nominations, best and worst) can be drawn; where a ballot is about one unit, luck would decide how many each unit gets. Rounds that open themselves give nobody the time to name the randomness.",
    },
  },
  revote_not_possible: {
    severity: "error",
    message: {
      zh: "{group} 没有能改票的渠道",
      en: "{group} has no channel on which a ballot can be replaced.",
    },
    explanation: {
      zh: "改票要认得出是同一个人：短信、信函里的一次性代码或账号可以，评价器、电话和纸质票不可以。",
      en: "Replacing a ballot needs the same right to vote again: a code by SMS or letter, or an account. Devices, calls and paper have none.",
    },
  },
  revote_of_visit: {
    severity: "error",
    message: {
      zh: "一次办事一个评价，不能又允许改评",
      en: "One rating per visit, and yet it may be replaced.",
    },
    explanation: {
      zh: "`onePerVisit` 会拒绝同一次办事的第二个评价，与允许改评矛盾。",
      en: "`onePerVisit` refuses a second rating of the same visit, which contradicts a revote.",
    },
  },
  anonymity_not_possible: {
    severity: "error",
    message: {
      zh: "{group} 的渠道做不到 {anonymity}",
      en: "The channels of {group} cannot keep {anonymity}.",
    },
    explanation: {
      zh: "`two-step` 和 `immediate` 靠代码或账号换取匿名凭据，需要短信、信函或网页渠道；`no-identity` 只适用于评价器、二维码和不记名的纸质票。",
      en: "`two-step` and `immediate` exchange a code or account for an anonymous token, so they need SMS, letter or web; `no-identity` holds only for devices, QR codes and unnamed paper.",
    },
  },
  nothing_is_bad: {
    severity: "error",
    message: {
      zh: "{instrument} 没有差评等次",
      en: "No level of {instrument} is a bad rating.",
    },
    explanation: {
      zh: "“连续无差评”和“差评立案”都要知道哪些等次算差评（`bad`）。",
      en: "A clean run, and cases that open on bad ratings, need to know which levels are `bad`.",
    },
  },
  group_below_threshold: {
    severity: "warning",
    message: {
      zh: "{group} 只有 {size} 人，少于公布门槛 {threshold}",
      en: "{group} has {size} people, fewer than the disclosure threshold of {threshold}.",
    },
    explanation: {
      zh: "少于公布门槛的人群，其结果不能公布，也不能从别的数字推出来；这样的组别多半应当与别的组合并。",
      en: "Figures of a group below the threshold are never published, nor may they be derived; such a group had better be merged.",
    },
  },
  quota_unfillable: {
    severity: "warning",
    message: {
      zh: "{group} 要 {quota} 人，只有 {size} 人",
      en: "{group} is to have {quota} people, and there are {size}.",
    },
    explanation: {
      zh: "抽取人数少于名额，或者交来的名单比要抽的人少，名额就填不满。",
      en: "Where fewer are drawn than the quota asks for, or the roster holds fewer than are to be drawn, the quota stays unfilled.",
    },
  },
  shares_not_one: {
    severity: "warning",
    message: { zh: "受邀比例合计为 {sum}", en: "The shares of invited people sum to {sum}." },
    explanation: {
      zh: "受邀人员构成的各部分合计应当是 1。",
      en: "The parts of the mix of people invited should sum to 1.",
    },
  },
  group_unheard: {
    severity: "warning",
    message: { zh: "没有票源包含 {group}", en: "No stream includes {group}." },
    explanation: {
      zh: "这一组的人即使投了票，也没有地方收；或者补上票源，或者删去这一组。",
      en: "Ballots of this group would have nowhere to go: add it to a stream, or remove it.",
    },
  },
  instrument_unused: {
    severity: "warning",
    message: { zh: "没有票源使用 {instrument}", en: "No stream uses {instrument}." },
    explanation: {
      zh: "写了评议表而没有票源用它，没有人能填。",
      en: "An instrument that no stream uses can be answered by nobody.",
    },
  },
  stream_unread: {
    severity: "warning",
    message: { zh: "{stream} 的票没有用处", en: "Nothing reads the ballots of {stream}." },
    explanation: {
      zh: "没有计分、统计或奖惩读取这股票源，收来的票不起作用。",
      en: "No component, statistic or award reads this stream; its ballots would be collected for nothing.",
    },
  },
  instrument_unscored: {
    severity: "warning",
    message: { zh: "{instrument} 不计分", en: "{instrument} is not scored." },
    explanation: {
      zh: "方案要算总分或排名，而这张评议表没有进入任何计分部分。只想了解情况请用问卷。",
      en: "The programme adds up or ranks, and no component reads this instrument. If that is meant, a questionnaire says so.",
    },
  },
  levels_not_descending: {
    severity: "warning",
    message: { zh: "等次分值不是从高到低", en: "The values of the levels do not descend." },
    explanation: {
      zh: "等次按从好到差书写，分值应当逐级降低；相等或升高多半是写错了。",
      en: "Levels are written from best to worst, so their values should fall; equal or rising ones are probably a slip.",
    },
  },
} satisfies Record<string, CodeEntry>;
