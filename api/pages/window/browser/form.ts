import type { Answers } from "../../../../sdk/kiosk/index.ts";
import { both, element, show } from "../../browser/dom.ts";
import { faceOf } from "../../browser/face.ts";
import type { Form } from "./kept.ts";
import { knownWords, visitOf } from "./parts.ts";

type Choice = NonNullable<Form["instrument"]["reasons"]>[number];

/** The faces, after a bad one the reasons, and a button: two taps, and nothing leaves before the second. */
export function formScreen(form: Form, send: (answers: Answers) => void): void {
  const { levels = [], reasons = [] } = form.instrument;
  const faces = element("div", { class: "choices" });
  const why = choices(
    { zh: "哪里不满意？（可不选）", en: "What was wrong? (optional)" },
    reasons.map((reason) => tick(reason)),
  );
  why.hidden = true;
  levels.forEach((level, index) => {
    const { face, tone } = faceOf(index, levels.length);
    const { choice, input } = option("radio", "level", level, face);
    choice.classList.add(tone);
    input.required = true;
    input.addEventListener("change", () => {
      why.hidden = !(level.bad && reasons.length > 0);
    });
    faces.append(choice);
  });
  const question = { zh: "您对本次服务满意吗？", en: "How was the service?" };
  const level = choices(question, [faces]);
  level.classList.add("levels");
  const submit = element("button", { type: "submit" }, both({ zh: "提交评价", en: "Send" }));
  const status = element("p", { role: "status" });
  const made = element("form", {}, level, why, submit, status);
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    if (submit.getAttribute("aria-busy") === "true") return;
    submit.setAttribute("aria-busy", "true");
    status.append(both({ zh: "正在提交…", en: "Sending…" }));
    const given = new FormData(made);
    const ticked = why.hidden ? [] : given.getAll("reason").map(String);
    send({
      kind: "levels",
      unit: form.unit,
      level: String(given.get("level")),
      ...(ticked.length > 0 && { reasons: ticked }),
    });
  });
  const heading = { zh: "请评价本次服务", en: "Rate this visit" };
  show("rate", heading, visitOf(form), made, knownWords());
}

function choices(legend: Choice["label"], children: Node[]): HTMLFieldSetElement {
  return element("fieldset", {}, element("legend", {}, both(legend)), ...children);
}

function tick(reason: Choice): HTMLElement {
  const { choice } = option("checkbox", "reason", reason);
  choice.classList.add("tick");
  return choice;
}

function option(type: string, name: string, { id, label }: Choice, ...picture: Node[]) {
  const input = element("input", { type, name, value: id });
  const card = element("span", { class: "card" }, ...picture, element("span", {}, both(label)));
  return { choice: element("label", { class: "choice" }, input, card), input };
}
