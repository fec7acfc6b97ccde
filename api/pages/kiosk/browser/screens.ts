import type {
  Assignment,
  Instrument,
  Kiosk,
  Presentation,
  Rating,
} from "../../../../sdk/kiosk/index.ts";
import { both, button, element, show } from "../../browser/dom.ts";
import { faceOf } from "../../browser/face.ts";
import type { Code } from "./code.ts";

type Level = NonNullable<Instrument["levels"]>[number];
type Reason = NonNullable<Instrument["reasons"]>[number];

/** One window, as the organiser wants it shown. */
export interface Place {
  kiosk: Kiosk;
  assignment: Assignment;
  code: Code;
  texts: NonNullable<Presentation["texts"]>;
}

const reasonsWaitMs = 20_000;
const thanksWaitMs = 4000;

let pause = 0;

/** Does something after a while in which nobody touches anything. */
function afterPause(ms: number, act: () => void): void {
  window.clearTimeout(pause);
  pause = window.setTimeout(act, ms);
}

/** First start: the installer types the code, or brings it in the address behind `#`, which never reaches a server. */
export function enrolScreen(enrol: (code: string) => Promise<void>, code: string): void {
  const input = element("input", {
    id: "code",
    name: "code",
    value: code,
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
    required: "",
  });
  const fault = element("p", { role: "alert" });
  const submit = element(
    "button",
    { type: "submit" },
    both({ zh: "登记此设备", en: "Enrol this device" }),
  );
  const label = { zh: "登记码（16 位）", en: "Enrolment code (16 characters)" };
  const form = element("form", {}, element("label", { for: "code" }, both(label)), input, submit);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit.disabled = true;
    enrol(input.value).catch((error: unknown) => {
      submit.disabled = false;
      fault.textContent = error instanceof Error ? error.message : String(error);
    });
  });
  show("enrol", { zh: "评价器登记", en: "Set up this rating device" }, form, fault);
}

/** A device that serves several units asks once which one stands here. */
export function unitScreen(
  assignments: readonly Assignment[],
  choose: (unit: Assignment) => void,
): void {
  // The keys of the faces that stood here before must rate nothing any more.
  document.onkeydown = null;
  const list = element("div", { class: "list" });
  for (const assignment of assignments) {
    list.append(button({}, () => choose(assignment), assignment.unitName));
  }
  show("unit", { zh: "此设备放在哪个窗口？", en: "At which window is this device?" }, list);
}

/** Five faces, and beside them the code for one's own phone. One press rates, and takes the place of the code. */
export function rateScreen(place: Place): void {
  const { assignment, code, texts } = place;
  const { levels = [], reasons = [] } = assignment.instrument;
  const group = element("div", { role: "group", class: "faces", "aria-labelledby": "question" });
  const press = (level: Level) => {
    const shown = code.take();
    const { unit } = assignment;
    const rating = { unit, level: level.id, ...(shown !== undefined && { code: shown }) };
    if (level.bad && reasons.length > 0) reasonsScreen(place, reasons, rating);
    else void keep(place, rating);
  };
  levels.forEach((level, index) => {
    const { face, tone } = faceOf(index, levels.length);
    const attributes = { "data-level": level.id, class: `face ${tone}` };
    group.append(button(attributes, () => press(level), face, both(level.label)));
  });
  const { question = { zh: "请评价本次服务", en: "How was your visit today?" }, notice } = texts;
  const unit = element("p", { class: "unit", lang: "zh-CN" }, assignment.unitName);
  const children: Node[] = [unit, element("div", { class: "ways" }, group, code.panel)];
  if (notice) children.push(element("p", { class: "notice" }, both(notice)));
  show("rate", question, ...children);
  code.offer();
  document.querySelector("h1")?.setAttribute("id", "question");
  document.onkeydown = ({ key }) => {
    const chosen = group.children[Number(key) - 1];
    if (chosen instanceof HTMLButtonElement) chosen.click();
  };
}

/** After a bad rating: what was wrong, if one wants to say so. Silence sends the rating alone. */
function reasonsScreen(place: Place, reasons: readonly Reason[], rating: Rating): void {
  document.onkeydown = null;
  const ticked = new Set<string>();
  const send = () => void keep(place, { ...rating, reasons: [...ticked] });
  const list = element("div", { class: "list", role: "group" });
  for (const { id, label } of reasons) {
    const made = button({ "aria-pressed": "false", "data-reason": id }, () => {
      if (!ticked.delete(id)) ticked.add(id);
      made.setAttribute("aria-pressed", String(ticked.has(id)));
      afterPause(reasonsWaitMs, send);
    });
    made.append(both(label));
    list.append(made);
  }
  const heading = { zh: "哪里不满意？（可不选）", en: "What was wrong? (optional)" };
  const done = button({ class: "done" }, send, both({ zh: "提交", en: "Send" }));
  show("reasons", heading, list, done);
  afterPause(reasonsWaitMs, send);
}

/** Thanks are said when the rating is safe on this device, not before. */
async function keep(place: Place, rating: Rating): Promise<void> {
  window.clearTimeout(pause);
  document.onkeydown = null;
  for (const made of document.querySelectorAll("main button")) made.setAttribute("disabled", "");
  try {
    await place.kiosk.rate(rating);
    const words = { zh: "评价已记录，不含您的身份。", en: "Recorded, without your identity." };
    const note = element("p", { role: "status" }, both(words));
    const { thanks = { zh: "谢谢您！", en: "Thank you!" } } = place.texts;
    show("thanks", thanks, note);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const heading = { zh: "未能记录", en: "Not recorded" };
    show("failed", heading, element("p", { role: "alert" }, text));
  }
  afterPause(thanksWaitMs, () => rateScreen(place));
}
