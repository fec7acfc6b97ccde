import type { Words } from "../../../../sdk/kiosk/index.ts";

export interface Halt {
  title: Words;
  text: Words;
  /** Whether trying again may help. */
  again?: true;
}

/** Why there is nothing to rate, or nothing was recorded, and what to do: by the problem's code. */
export const halts: Record<string, Halt> = {
  bad_link: {
    title: { zh: "这个链接里没有有效的二维码", en: "There is no valid code in this link" },
    text: {
      zh: "请用手机重新扫描窗口评价器上的二维码；如果是别人发来的链接，请完整复制。",
      en: "Scan the code on the rating device at the window once more. If somebody sent you the link, copy all of it.",
    },
  },
  expired: {
    title: { zh: "二维码已过期", en: "The code has expired" },
    text: {
      zh: "窗口上的二维码十分钟内有效，补评链接到方案规定的最后一天为止。请扫描评价器上的新码，或直接在评价器上评价。",
      en: "A code at the window works for ten minutes, a link for rating later until the last day that the rules allow. Scan the new code on the device, or rate on the device itself.",
    },
  },
  expired_unanswered: {
    title: { zh: "二维码已过期，结果不明", en: "The code has expired, and we do not know" },
    text: {
      zh: "您的评价发出过，但没有收到应答。若已送达，它已计入一次；若未送达，它不会再计入。",
      en: "Your rating was sent, and no answer came. If it arrived, it counts, once; if not, it will not count any more.",
    },
  },
  visit_already_rated: {
    title: { zh: "本次服务已评价过", en: "This visit has been rated" },
    text: {
      zh: "这个二维码已用过，或已在评价器上评价：一次服务只计一次。如果不是您评的，请在评价器上点“换一个码”再扫。",
      en: "This code was used, or the visit was rated on the device: one visit counts once. If that was not you, press “New code” on the device and scan again.",
    },
  },
  serial_reused: {
    title: { zh: "您的评价早已记录", en: "Your rating is recorded already" },
    text: {
      zh: "先收到的那一份有效，不能更改。",
      en: "The one that arrived first stands, and cannot be changed.",
    },
  },
  round_not_open: {
    title: { zh: "现在不能评价", en: "Ratings are not open now" },
    text: {
      zh: "这一天的评议还没有开始或已经结束。请稍后再试，或询问窗口工作人员。",
      en: "The round of this day has not begun or has ended. Try again later, or ask at the window.",
    },
    again: true,
  },
  credential_revoked: {
    title: { zh: "这台评价器已停用", en: "This device is out of service" },
    text: {
      zh: "它的二维码不再有效。请询问窗口工作人员。",
      en: "Its codes work no longer. Please ask at the window.",
    },
  },
  unit_not_assigned: {
    title: { zh: "这台评价器不再评价这个单位", en: "This device no longer rates this unit" },
    text: { zh: "请询问窗口工作人员。", en: "Please ask at the window." },
  },
  other_form: {
    title: { zh: "此页面不能填写这种评价表", en: "This page cannot show this form" },
    text: { zh: "请询问窗口工作人员。", en: "Please ask at the window." },
  },
  no_answer: {
    title: { zh: "没有网络", en: "No connection" },
    text: {
      zh: "没有连上服务器。请检查手机网络后再试。",
      en: "The server could not be reached. Check the phone's connection and try again.",
    },
    again: true,
  },
  busy: {
    title: { zh: "服务器正忙", en: "The server is busy" },
    text: { zh: "请过一会儿再试。", en: "Please try again in a moment." },
    again: true,
  },
  other: {
    title: { zh: "不能评价", en: "This cannot be rated" },
    text: { zh: "请询问窗口工作人员。", en: "Please ask at the window." },
  },
};

/** What a receipt says, by the ballot's state. */
export const outcomes: Record<string, Words> = {
  counted: {
    zh: "评价已记录，计入本轮评议。",
    en: "Your rating is recorded and counts in this round.",
  },
  late: {
    zh: "评价已记录为迟到：保留并公布数量，不计分。",
    en: "Your rating is recorded as late: kept and counted in public, not scored.",
  },
  test: {
    zh: "已收到。这是一台测试设备，评价不计入任何结果。",
    en: "Received. This is a test device: the rating enters no result.",
  },
  undrawn: {
    zh: "评价已记录。本轮用抽取的选票计分，抽取在评议结束后进行。",
    en: "Your rating is recorded. This round scores drawn ballots; the draw follows after it ends.",
  },
  other: {
    zh: "评价已记录，正在核对。",
    en: "Your rating is recorded and is being reviewed.",
  },
};

/** What is known of a rating, and what is not. */
export const known: Words[] = [
  {
    zh: "服务器记下：单位、日期、您选的等级和原因，以及是哪台评价器的二维码。",
    en: "The server records the unit, the date, the level and reasons that you choose, and which device showed the code.",
  },
  {
    zh: "不记下：姓名、电话、账号、手机型号、网络地址，也不记几点几分。",
    en: "It does not record a name, a phone number, an account, your kind of phone, your network address, or the time of day.",
  },
  {
    zh: "二维码只以加密指纹保存，以免重复评价。若它对应您的取号等办件编号，在本轮补评期结束、密钥销毁之前，同时掌握编号和密钥的管理方可以查出对应关系。",
    en: "The code is kept only as a keyed fingerprint, so that nobody rates twice. If it stands for a reference of your visit, such as a queue ticket, an operator who holds both that reference and the key could match them until the key is destroyed after the time for late ratings.",
  },
  {
    zh: "公布时人数太少的数字会隐去。被评单位看不到单张评价。",
    en: "Figures of too few people are withheld when results are published. The unit never sees single ratings.",
  },
];
