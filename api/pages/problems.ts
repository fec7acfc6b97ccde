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
<div class="scroll" tabindex="0" role="region" aria-label="${say("错误代码", "Problem codes")}"><table><thead><tr><th scope="col">${say("代码", "Code")}</th><th scope="col">HTTP</th><th scope="col">${say("含义", "Meaning")}</th><th scope="col">${say("怎么办", "What to do")}</th><th scope="col">${say("重发", "Sending again")}</th></tr></thead><tbody>${problemCodes.map(
    (code) => {
      const kind = problemKinds[code];
      return html`<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${kind.status}</td><td>${kind.title[lang]}</td><td>${kind.action[lang]}</td><td>${retry[kind.retry]}</td></tr>`;
    },
  )}</tbody></table></div>`;
}
