import type { Words } from "../../../../sdk/kiosk/index.ts";
import { both, button, element } from "../../browser/dom.ts";
import type { Form } from "./kept.ts";
import { known } from "./words.ts";

/** Which unit, and which day. A unit's name is what it is, in whatever language the page speaks. */
export function visitOf({ unitName, visitedOn }: Form): HTMLElement {
  const date = new Date(`${visitedOn}T00:00:00Z`);
  const written = (language: string) =>
    new Intl.DateTimeFormat(language, {
      year: "numeric",
      month: "long",
      day: "numeric",
      timeZone: "UTC",
    }).format(date);
  return element(
    "dl",
    { class: "visit" },
    element("dt", {}, both({ zh: "评价的单位或窗口", en: "Unit or window" })),
    element("dd", { lang: "zh-CN" }, unitName),
    element("dt", {}, both({ zh: "办事日期", en: "Date of the visit" })),
    element("dd", {}, both({ zh: written("zh-CN"), en: written("en-GB") })),
  );
}

/** Who learns what, in plain words, behind one line. */
export function knownWords(): HTMLElement {
  const summary = { zh: "谁会知道我评了什么？", en: "Who learns what I said?" };
  const list = element("ul", {});
  for (const words of known) list.append(element("li", {}, both(words)));
  return element("details", {}, element("summary", {}, both(summary)), list);
}

export function paragraph(words: Words): HTMLElement {
  return element("p", {}, both(words));
}

/** A large sign above a heading; the heading says the same. */
export function mark(sign: string, kind = ""): HTMLElement {
  return element("div", { class: `mark ${kind}`, "aria-hidden": "true" }, sign);
}

/** Says that it works on something until that ends, and takes no second press meanwhile. */
export function busyButton(words: Words, press: () => Promise<void>): HTMLButtonElement {
  const made = button({}, () => {
    if (made.getAttribute("aria-busy") === "true") return;
    made.setAttribute("aria-busy", "true");
    void press().then(() => made.removeAttribute("aria-busy"));
  });
  made.append(both(words));
  return made;
}
