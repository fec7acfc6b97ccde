import { html } from "hono/html";
import { problemCodes, problemKinds } from "../../schema/contract/problems.ts";
import type { Markup, Reader } from "./page.ts";

/** Every problem code with what it means and what to do: where the `type` of a problem points. */
export function problemsPage({ say, lang }: Reader): Markup {
  const retry = {
    never: say("重发没有用", "never helps"),
    "after-fix": say("改正后可以", "after a fix"),
    later: say("稍后原样重发", "later, as it is"),
  };
  return html`<h1>${say("错误代码", "Problem codes")}</h1>
<p class="lead">${say(
    "出错时返回 application/problem+json（RFC 9457）。程序只看 code 和 retry；detail 写给人看，随 Accept-Language 用中文或英文。",
    "Errors are application/problem+json (RFC 9457). A program looks at code and retry only; detail is for people, in Chinese or English by Accept-Language.",
  )}</p>
${problemCodes.map((code) => {
  const kind = problemKinds[code];
  return html`<section class="card code" id="${code}"><h2><code>${code}</code> <small>HTTP ${kind.status}</small></h2><p>${kind.title[lang]}${say("。", ". ")}${kind.action[lang]} <span class="who">${say("重发：", "Again: ")}${retry[kind.retry]}</span></p></section>`;
})}`;
}
