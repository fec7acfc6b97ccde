import { button, element } from "../../browser/dom.ts";

const place = "wanping-language";

/** Both languages are on the page, and the style sheet shows one: changing it touches nothing that was filled in. */
export function offerLanguages(): void {
  const root = document.documentElement;
  const kept = remembered();
  if (kept) root.lang = kept;
  const made = button({ class: "language" }, () => {
    root.lang = root.lang === "en" ? "zh-CN" : "en";
    remember(root.lang);
    name();
  });
  const name = () => {
    const other = root.lang === "en" ? "zh-CN" : "en";
    made.textContent = "";
    made.append(element("span", { lang: other }, other === "en" ? "English" : "中文"));
  };
  name();
  document.querySelector("header")?.append(made);
}

function remembered(): string | null {
  try {
    return sessionStorage.getItem(place);
  } catch (_) {
    return null;
  }
}

function remember(language: string): void {
  try {
    sessionStorage.setItem(place, language);
  } catch (_) {
    // A browser that keeps nothing asks again after a reload.
  }
}
