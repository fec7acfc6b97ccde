import { html } from "hono/html";
import { percent } from "./figures.ts";
import type { Markup, Reader } from "./page.ts";
import type { Distribution, Interval } from "./published.ts";

/** A share on a line from 0 to 1 with its interval. The text beside it says the same. */
export function intervalChart(value: number, interval: Interval, width = 140): Markup {
  const x = (share: number) => (4 + share * (width - 8)).toFixed(1);
  const { low, high } = interval;
  const span =
    low === undefined || high === undefined
      ? ""
      : html`<rect class="span" x="${x(low)}" y="4" width="${Math.max(2, Number(x(high)) - Number(x(low))).toFixed(1)}" height="6" rx="3"/>`;
  return html`<svg width="${width}" height="14" viewBox="0 0 ${width} 14" aria-hidden="true"><rect class="track" x="4" y="6" width="${width - 8}" height="2" rx="1"/>${span}<circle class="dot" cx="${x(value)}" cy="7" r="3.4"/></svg>`;
}

/** How the answers spread: a bar for each in a table that reads well without the bars. */
export function distributionChart(distribution: Distribution, reader: Reader): Markup {
  const { lang, say } = reader;
  const last = Math.max(1, distribution.answers.length - 1);
  return html`<table><caption>${distribution.label[lang]}</caption>
<thead><tr><th scope="col">${say("选项", "Answer")}</th><th scope="col" class="n">${say("份数", "Ballots")}</th><th scope="col" class="n">${say("占比", "Share")}</th><th scope="col" class="wide">${say("图示", "Bar")}</th></tr></thead>
<tbody>${distribution.answers.map(({ label, count, share }, index) => {
    const shown = share.value ?? 0;
    return html`<tr><th scope="row">${label[lang]}</th><td class="n">${count.value ?? "—"}</td><td class="n">${share.value === undefined ? "—" : percent(share.value)}</td>
<td class="wide"><svg width="260" height="16" viewBox="0 0 260 16" aria-hidden="true"><rect class="track" width="260" height="16" rx="3"/><rect class="l${Math.round((index / last) * 4)}" width="${(260 * shown).toFixed(1)}" height="16" rx="3"/></svg></td></tr>`;
  })}</tbody></table>`;
}
