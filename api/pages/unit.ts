import { html } from "hono/html";
import type { Context } from "../use-cases/context.ts";
import { getUnitHistory } from "../use-cases/results/index.ts";
import { getUnit } from "../use-cases/units/index.ts";
import { distributionChart, intervalChart } from "./charts.ts";
import { flagOf, reasonOf, written } from "./figures.ts";
import type { Markup, Reader } from "./page.ts";
import type { Round, Unit } from "./published.ts";
import { loadRound, loadUnit } from "./results.ts";

/** One unit in one round: what was said of it, what it promises, how it fared before, and how to embed it. */
export async function unitPage(
  ctx: Context,
  reader: Reader,
  { round, unit }: { round: string; unit: string },
): Promise<{ title: string; body: Markup }> {
  const { say, to, lang } = reader;
  const [result, whole, form] = await Promise.all([
    loadUnit(ctx, round, unit),
    loadRound(ctx, round),
    getUnit({ ctx, input: { unit } }),
  ]);
  // One programme's figures are not another's: a row of another would look as if it hid something.
  const history = await getUnitHistory({ ctx, input: { unit, programme: whole.programme } });
  const name = lang === "en" ? (result.nameEn ?? result.name) : result.name;
  const data = `/v1/rounds/${round}/results/units/${unit}`;
  const body = html`<p><a href="${to(`/rounds/${round}`)}">${whole.title[lang]} ${whole.from} – ${whole.to}</a></p>
<h1>${name}</h1><p class="lead">${result.agencyName}</p>
${figures(result, whole, reader)}
<h2>${say("职责和承诺", "Duties and commitment")}</h2>
${form.duties ? html`<p>${form.duties}</p>` : ""}
${commitment(form.commitment, reader)}
${
  form.items.length === 0
    ? ""
    : html`<details><summary>${say(`服务事项 ${form.items.length} 项`, `${form.items.length} service items`)}</summary><ul>${form.items.map(({ name, type, promisedLimitWorkingDays }) => html`<li>${name}（${type}）${promisedLimitWorkingDays === undefined ? "" : say(`，承诺 ${promisedLimitWorkingDays} 个工作日`, `, promised in ${promisedLimitWorkingDays} working days`)}</li>`)}</ul></details>`
}
<h2>${say("历次结果", "History")}</h2>
${historyTable(history.items, result, reader)}
<h2>${say("引用", "Cite and embed")}</h2>
${badge(reader, { round, unit, name })}
<p><a href="${data}">JSON</a> · <a href="/v1/units/${unit}">${say("单位资料（JSON）", "Unit (JSON)")}</a> · <a href="/v1/units/${unit}/commitments">${say("承诺的各个版本（JSON）", "Versions of the commitment (JSON)")}</a> · <a href="${whole.method}">${say("评价办法", "Method")}</a></p>`;
  return { title: `${name} · ${whole.title[lang]}`, body };
}

function figures(
  result: Unit,
  { threshold, correction }: Pick<Round, "threshold" | "correction">,
  reader: Reader,
): Markup {
  const { say, lang } = reader;
  if (result.n.value === undefined && correction) {
    return html`<p class="card"><strong>${say("更正后不显示。", "Not shown after the correction. ")}</strong>${say(
      `这一轮该单位的评价不到 ${threshold} 份，或者更正改动的评价不到 ${threshold} 份。公布它们会让人猜出谁说了什么，所以不显示任何数字；这不是好评，也不是差评。`,
      `Fewer than ${threshold} ballots reached this unit in this round, or the correction changed fewer than ${threshold}. Figures would let people guess who said what, so none is shown; that is neither praise nor blame.`,
    )}</p>`;
  }
  if (result.n.value === undefined) {
    return html`<p class="card"><strong>${reasonOf(result.n, reader)}${say("。", ". ")}</strong>${say(
      `这一轮该单位的评价不到 ${threshold} 份。公布它们会让人猜出谁说了什么，所以不显示任何数字，也不参加排名；这不是好评，也不是差评。`,
      `Fewer than ${threshold} ballots reached this unit in this round. Figures would let people guess who said what, so none is shown and it is not ranked; that is neither praise nor blame.`,
    )}</p>`;
  }
  const named = [...result.components, ...result.statistics];
  const shown = named.filter(({ figure }) => figure.value !== undefined);
  const hidden = named.filter(({ figure }) => figure.value === undefined);
  const charts = result.distributions.filter(({ answers }) =>
    answers.some(({ count }) => count.value !== undefined),
  );
  return html`<ul class="cards"><li class="card">${say("计入的评价", "Ballots counted")}<b>${result.n.value}</b></li>
${result.rank.value === undefined ? "" : html`<li class="card">${say("名次", "Rank")}<b>${result.rank.value}</b>${result.rankRange ? html`<small>${say("数据能区分的范围：", "As far as the data tells: ")}${result.rankRange.best}–${result.rankRange.worst}</small>` : ""}</li>`}
${result.total.value === undefined ? "" : html`<li class="card">${say("总分", "Total")}<b>${written(result.total.value, false)}</b></li>`}
${shown.map(
  ({ label, figure: { value = 0 }, interval, flags, n }) =>
    html`<li class="card">${label[lang]}<b>${written(value, interval.method === "wilson")}</b>${interval.method === "wilson" ? intervalChart(value, interval, 180) : ""}<small>${interval.low === undefined || interval.high === undefined ? "" : `${written(interval.low, interval.method === "wilson")} – ${written(interval.high, interval.method === "wilson")}, `}n = ${n ?? "—"}${flags.map((flag) => html` · ${flagOf(flag, reader)}`)}</small></li>`,
)}</ul>
${charts.map((distribution) => html`<div class="scroll" tabindex="0" role="region" aria-label="${distribution.label[lang]}">${distributionChart(distribution, reader)}</div>`)}
${hidden.length === 0 ? "" : html`<details><summary>${say(`不显示的 ${hidden.length} 项`, `${hidden.length} figures not shown`)}</summary><ul>${hidden.map(({ label, figure }) => html`<li>${label[lang]}${say("：", ": ")}${reasonOf(figure, reader)}</li>`)}</ul></details>`}`;
}

type Commitment = Awaited<ReturnType<typeof getUnit>>["commitment"];

function commitment(text: Commitment, { say }: Reader): Markup {
  if (text === null) return html`<p>${say("没有公布承诺。", "No commitment is published.")}</p>`;
  return html`<dl><dt>${say("内容", "Content")}</dt><dd>${text.content}</dd><dt>${say("程序", "Procedure")}</dt><dd>${text.procedure}</dd>
<dt>${say("时限", "Time limit")}</dt><dd>${text.timeLimit}</dd><dt>${say("标准", "Standard")}</dt><dd>${text.standard}</dd><dt>${say("自", "Since")}</dt><dd>${text.validFrom}</dd></dl>`;
}

type History = Awaited<ReturnType<typeof getUnitHistory>>["items"];

function historyTable(items: History, result: Unit, reader: Reader): Markup {
  const { say, to, lang } = reader;
  const statistic = result.statistics.find(({ figure }) => figure.value !== undefined);
  const label = statistic?.label[lang] ?? say("总分", "Total");
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say("历次结果", "History")}"><table><thead><tr><th scope="col">${say("时间", "Dates")}</th><th scope="col" class="n">${say("份数", "Ballots")}</th><th scope="col" class="n">${label}</th></tr></thead><tbody>${items.map(
    (row) => {
      const figure = statistic
        ? row.statistics.find(({ id }) => id === statistic.id)?.figure
        : row.total;
      return html`<tr><th scope="row"><a href="${to(`/rounds/${row.round}/units/${result.unit}`)}">${row.from} – ${row.to}</a></th><td class="n">${row.n.value ?? reasonOf(row.n, reader)}</td><td class="n">${figure === undefined ? "—" : figure.value === undefined ? reasonOf(figure, reader) : written(figure.value, statistic?.interval.method === "wilson")}</td></tr>`;
    },
  )}</tbody></table></div>`;
}

function badge(
  { origin, say, lang }: Reader,
  { round, unit, name }: { round: string; unit: string; name: string },
): Markup {
  const picture = `/v1/rounds/${round}/badges/${unit}?lang=${lang}`;
  const alternative = say(`${name}的评价结果`, `Appraisal of ${name}`);
  const code = `<a href="${origin}/rounds/${round}/units/${unit}"><img src="${origin}${picture}" width="340" height="84" alt="${alternative}"></a>`;
  return html`<img src="${picture}" width="340" height="84" alt="${alternative}"><pre tabindex="0"><code>${code}</code></pre>`;
}
