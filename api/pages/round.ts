import { html } from "hono/html";
import type { Context } from "../use-cases/context.ts";
import { distributionChart, intervalChart } from "./charts.ts";
import { flagOf, percent, reasonOf, written } from "./figures.ts";
import type { Markup, Reader } from "./page.ts";
import type { Distribution, Round, Row } from "./published.ts";
import { loadRound, loadRules, loadUnits } from "./results.ts";
import { type Column, columnsOf, type Selection, select } from "./selection.ts";

/** The result of a round: the county as a whole, and every unit, to search and sort without a script. */
export async function roundPage(
  ctx: Context,
  reader: Reader,
  { round, selection }: { round: string; selection: Selection },
): Promise<{ title: string; body: Markup }> {
  const { say, lang } = reader;
  const result = await loadRound(ctx, round);
  const rows = await loadUnits(ctx, result);
  const rules = await loadRules(ctx, result);
  const columns = columnsOf(rows, result, reader);
  const chosen = select(rows, columns, selection);
  const title = `${result.title[lang]} ${result.from} – ${result.to}`;
  const body = html`<h1>${result.title[lang]}</h1>
<p class="lead">${result.from} – ${result.to}${say(" · 第 ", " · release ")}${result.release}${say(" 版，", ", ")}${result.publishedAt.slice(0, 10)}${say(" 公布", "")}</p>
<p><span class="who">${rules.county[lang]}</span></p>
${result.correction ? html`<p class="card"><strong>${say("更正：", "Correction: ")}</strong>${result.correction.reason}（${result.correction.role}）</p>` : ""}
${summary(result, reader)}
${awardsOf(result, rows, reader)}
${distributionsOf(result, reader)}
<h2 id="units">${say("各单位", "Units")}</h2>
${searchForm(rows, columns, selection, reader, round)}
<p role="status">${say(`${chosen.length} 个单位`, `${chosen.length} units`)}</p>
${table(chosen, columns, { round, selection, reader })}
<h2>${say("怎样读这些数字", "How to read these figures")}</h2>
<p>${say(
    `少于 ${result.threshold} 份评价的单位不公布任何数字，也不把它们加进任何可以反推的合计：这样谁说了什么就无从知道。横线是 95% 的 Wilson 区间：份数越少，线越长。区间不改变官方数字。`,
    `A unit with fewer than ${result.threshold} ballots shows no figure, and no total is published from which one could be worked out: so nobody learns what anybody said. The bar is the 95 % Wilson interval: the fewer the ballots, the longer the bar. It never changes the official figure.`,
  )}</p>
<details><summary>${say(`本办法的 ${rules.notes.length} 处说明`, `${rules.notes.length} notes on these rules`)}</summary><ul>${rules.notes.map((note) => html`<li>${note[lang]} <code>${note.about}</code></li>`)}</ul></details>
<p><a href="${result.method}">${say("评价办法全文（JSON）", "The rules in full (JSON)")}</a> · <a href="/v1/rounds/${round}/results">${say("结果（JSON）", "Result (JSON)")}</a> · <a href="/v1/rounds/${round}/results/units.csv">CSV</a> · <a href="/v1/rounds/${round}/results/units.excel.csv">${say("Excel 用 CSV", "CSV for Excel")}</a> · <a href="/v1/rounds/${round}/results/units.ndjson">NDJSON</a> · <a href="/v1/rounds/${round}/results/tallies.csv">${say("计数（CSV）", "Tallies (CSV)")}</a></p>`;
  return { title, body };
}

function summary(result: Round, reader: Reader): Markup {
  const { say, lang } = reader;
  const late = result.ballotsByState.find(({ state }) => state === "late")?.atLeast ?? 0;
  return html`<ul class="cards">
<li class="card">${say("计入的评价", "Ballots counted")}<b>${result.ballotsShown.toLocaleString("en")}</b>${late === 0 ? "" : html`<small>${say(`另有至少 ${late} 份迟到，保存而不计分`, `at least ${late} more came late: kept, never scored`)}</small>`}</li>
<li class="card">${say("有结果的单位", "Units with figures")}<b>${result.units.shown}</b><small>${say(`共 ${result.units.total} 个，${result.units.insufficient} 个份数不足`, `of ${result.units.total}; ${result.units.insufficient} have too few ballots`)}</small></li>
${result.statistics
  .filter(({ figure }) => figure.value !== undefined)
  .map(
    ({ label, figure: { value = 0 }, interval, flags }) =>
      html`<li class="card">${label[lang]}<b>${written(value, interval.method === "wilson")}</b>${interval.method === "wilson" ? intervalChart(value, interval, 180) : ""}<small>${intervalText(interval)}${flags.map((flag) => html` · ${flagOf(flag, reader)}`)}</small></li>`,
  )}</ul>`;
}

/** Distributions at once; the rest on demand. */
const mostCharts = 2;

function distributionsOf({ distributions }: Round, reader: Reader): Markup {
  const shown = distributions.filter(
    ({ answers }) =>
      answers.length > 1 &&
      answers.some(({ count, share }) => count.value !== undefined && share.value !== undefined),
  );
  const chart = (distribution: Distribution) =>
    html`<div class="scroll" tabindex="0" role="region" aria-label="${distribution.label[reader.lang]}">${distributionChart(distribution, reader)}</div>`;
  const more = shown.slice(mostCharts);
  return html`${shown.slice(0, mostCharts).map(chart)}${
    more.length === 0
      ? ""
      : html`<details><summary>${reader.say(`另外 ${more.length} 个分布`, `${more.length} more distributions`)}</summary>${more.map(chart)}</details>`
  }`;
}

function awardsOf(
  { awards, round }: Round,
  rows: readonly Row[],
  { say, lang, to }: Reader,
): Markup {
  if (awards.length === 0) return html``;
  const units = new Map(rows.map((row) => [row.unit, row]));
  const holderOf = ({ recipient, id, name }: (typeof awards)[number]["holders"][number]) => {
    const unit = recipient === "unit" ? units.get(id) : undefined;
    if (!unit) return html`<li>${name}</li>`;
    const words = lang === "en" ? (unit.nameEn ?? unit.name) : unit.name;
    // Names repeat across agencies.
    return html`<li><a href="${to(`/rounds/${round}/units/${id}`)}">${words}</a> <small>${unit.agencyName}</small></li>`;
  };
  const states: Readonly<Record<string, string>> = {
    proposed: say("待确认", "proposed"),
    confirmed: say("已确认", "confirmed"),
  };
  return html`<h2>${say("评定", "Awards")}</h2>${awards.map(
    ({ label, state, holders }) =>
      html`<h3>${label[lang]} ${states[state] === undefined ? "" : html`<span class="who">${states[state]}</span>`}</h3>${
        holders.length === 0
          ? html`<p>${say("没有单位。", "Nobody.")}</p>`
          : html`<ul>${holders.map(holderOf)}</ul>`
      }`,
  )}`;
}

function searchForm(
  rows: readonly Row[],
  columns: readonly Column[],
  selection: Selection,
  { say, lang }: Reader,
  round: string,
): Markup {
  const agencies = [...new Map(rows.map(({ agency, agencyName }) => [agency, agencyName]))];
  return html`<form action="/rounds/${round}#units" method="get" role="search"><input type="hidden" name="lang" value="${lang}">
<label>${say("单位名称", "Unit")}<input name="q" type="search" value="${selection.q}" maxlength="100"></label>
<label>${say("部门", "Agency")}<select name="agency"><option value="">${say("全部", "All")}</option>${agencies.map(([id, name]) => html`<option value="${id}"${id === selection.agency ? html` selected` : ""}>${name}</option>`)}</select></label>
<label>${say("排序", "Sort by")}<select name="sort">${columns.map(({ id, label }) => html`<option value="${id}"${id === selection.sort ? html` selected` : ""}>${label}</option>`)}</select></label>
<button>${say("查看", "Show")}</button></form>`;
}

function table(
  rows: readonly Row[],
  columns: readonly Column[],
  { round, selection, reader }: { round: string; selection: Selection; reader: Reader },
): Markup {
  const { say, to, lang } = reader;
  const heading = (column: Column) => {
    const sorted = column.id === selection.sort;
    const downwards = sorted ? !selection.descending : column.highestFirst;
    const parameters = {
      q: selection.q,
      agency: selection.agency,
      sort: column.id,
      order: downwards ? "desc" : "asc",
    };
    const order = selection.descending ? "descending" : "ascending";
    return html`<th scope="col"${column.numeric ? html` class="n"` : ""}${sorted ? html` aria-sort="${order}"` : ""}><a href="${to(`/rounds/${round}`, parameters)}#units">${column.label}</a>${sorted ? (selection.descending ? " ↓" : " ↑") : ""}</th>`;
  };
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say("各单位结果", "Results of units")}"><table><thead><tr>${columns.map(heading)}</tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr${row.n.value === undefined ? html` class="few"` : ""}>${columns.map((column) => cell(row, column, reader, `/rounds/${round}/units/${row.unit}`))}</tr>`,
  )}</tbody></table></div>${rows.length === 0 ? html`<p>${lang === "zh" ? "没有符合条件的单位。" : "No unit fits."}</p>` : ""}`;
}

function cell(row: Row, column: Column, reader: Reader, address: string): Markup {
  if (column.id === "name") {
    const name = reader.lang === "en" ? (row.nameEn ?? row.name) : row.name;
    return html`<th scope="row"><a href="${reader.to(address)}">${name}</a></th>`;
  }
  if (column.id === "agency") return html`<td>${row.agencyName}</td>`;
  const { figure, interval } = column.figureOf(row);
  if (figure === undefined) return html`<td class="n">—</td>`;
  if (figure.value === undefined) return html`<td class="n">${reasonOf(figure, reader)}</td>`;
  if (interval?.method !== "wilson")
    return html`<td class="n">${written(figure.value, false)}</td>`;
  return html`<td class="n">${percent(figure.value)}${intervalChart(figure.value, interval)}<small>${intervalText(interval)}</small></td>`;
}

function intervalText({ low, high }: { low?: number | undefined; high?: number | undefined }) {
  return low === undefined || high === undefined ? "" : `${percent(low)} – ${percent(high)}`;
}
