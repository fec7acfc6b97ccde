import type { Words } from "../../../sdk/kiosk/index.ts";

type Attributes = Record<string, string>;
type Child = Node | string;

/** An element with attributes and children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const key of Object.keys(attributes)) made.setAttribute(key, attributes[key] ?? "");
  made.append(...children);
  return made;
}

/** An element of a drawing. */
export function shape(name: string, attributes: Attributes, ...children: Child[]): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const key of Object.keys(attributes)) made.setAttribute(key, attributes[key] ?? "");
  made.append(...children);
  return made;
}

/** A button that does something when it is pressed, by finger, key or screen reader. */
export function button(attributes: Attributes, press: () => void, ...children: Child[]) {
  const made = element("button", { type: "button", ...attributes }, ...children);
  made.addEventListener("click", press);
  return made;
}

/** In Chinese and in English. A style sheet shows both, so that nobody has to choose first, or the one that was chosen. */
export function both({ zh, en }: Words): Node {
  const words = document.createDocumentFragment();
  words.append(element("span", { lang: "zh-CN", class: "zh" }, zh), " ");
  words.append(element("span", { lang: "en", class: "en" }, en));
  return words;
}

/** Puts a screen in the place of the one before, and tells a screen reader by moving to its heading. */
export function show(name: string, heading: Words, ...children: Child[]): void {
  const main = document.querySelector("main");
  if (!main) return;
  const title = element("h1", { tabindex: "-1" }, both(heading));
  main.textContent = "";
  main.append(title, ...children);
  main.setAttribute("data-screen", name);
  title.focus();
}
