import { both, element, show } from "../../browser/dom.ts";
import type { Kept, Receipt } from "./kept.ts";
import { busyButton, mark, paragraph, visitOf } from "./parts.ts";
import { halts, outcomes } from "./words.ts";

const again = { zh: "再试一次", en: "Try again" };

/** Why it does not go on, and what to do. `detail` is the server's own sentence, where we have none for its code. */
export function haltScreen(code: string, retry: () => Promise<void>, detail?: string): void {
  const known = halts[code] ?? halts.other;
  if (!known) return;
  const said = halts[code] ? undefined : detail;
  const children: Node[] = [mark("!", "halt"), paragraph(known.text)];
  if (said) children.push(element("p", {}, said));
  if (known.again) children.push(busyButton(again, retry));
  show(code, known.title, ...children);
}

/** Sent, and no answer yet. Nothing can be changed any more, since nobody knows whether it arrived. */
export function waitingScreen({ form }: Kept, safe: boolean, retry: () => Promise<void>): void {
  const text = {
    zh: "没有收到服务器的应答。评价已保存在手机的这个页面里：网络恢复后请点“再试一次”，点多少次都只计一次。",
    en: "The server did not answer. Your rating is kept on this page of your phone: press “Try again” once you have a connection. However often you press, it counts once.",
  };
  const unsafe = {
    zh: "您的浏览器不保存数据：在此之前请不要关闭或刷新页面。",
    en: "Your browser keeps nothing: do not close or reload the page before that.",
  };
  const children: Node[] = [mark("…", "halt"), paragraph(text)];
  if (!safe) children.push(paragraph(unsafe));
  if (form) children.push(visitOf(form));
  children.push(busyButton(again, retry));
  show("waiting", { zh: "还没有提交成功", en: "Not confirmed yet" }, ...children);
}

/** Recorded: what becomes of the rating, in the receipt's own words. */
export function thanksScreen({ form }: Kept, receipt: Receipt): void {
  const outcome = outcomes[receipt.state] ?? outcomes.other;
  const children: Node[] = [mark("✓")];
  if (outcome) children.push(paragraph(outcome));
  if (form) children.push(visitOf(form));
  children.push(receiptOf(receipt));
  children.push(paragraph({ zh: "可以关闭此页面了。", en: "You may close this page." }));
  show("thanks", { zh: "谢谢您！", en: "Thank you!" }, ...children);
}

function receiptOf({ round, state, serial, commitment }: Receipt): HTMLElement {
  const meaning = {
    zh: "回执说明评价已被记录，不透露评了什么，不必保存。",
    en: "The receipt says that a rating was recorded, never what it said. You need not keep it.",
  };
  const lines = element("dl", { class: "receipt" });
  const add = (zh: string, en: string, value: string) =>
    lines.append(
      element("dt", {}, both({ zh, en })),
      element("dd", {}, element("code", {}, value)),
    );
  add("轮次", "Round", round);
  add("状态", "State", state);
  add("承诺值", "Commitment", commitment);
  add("序列号", "Serial", serial);
  const summary = element("summary", {}, both({ zh: "回执", en: "Receipt" }));
  return element("details", {}, summary, paragraph(meaning), lines);
}
