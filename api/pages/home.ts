import { html } from "hono/html";
import type { Context } from "../use-cases/context.ts";
import { listRounds } from "../use-cases/rounds/index.ts";
import type { Markup, Reader } from "./page.ts";
import { loadRound } from "./results.ts";

const mostRounds = 12;

/** What this is, and what was published last. */
export async function homePage(ctx: Context, reader: Reader): Promise<Markup> {
  const { say, to, lang } = reader;
  const rounds = await allRounds(ctx);
  const published = rounds.filter(({ state }) => isPublished(state)).slice(0, mostRounds);
  const open = rounds.filter(({ state }) => state === "open").slice(0, mostRounds);
  const results = await Promise.all(published.map(({ id }) => loadRound(ctx, id)));
  return html`<h1>${say("群众来评，结果大家看", "The public appraises; everybody sees the result")}</h1>
<p class="lead">${say(
    "万评是一个开放接口：一个县用它评价自己的公共服务单位，任何人都可以查看结果、核对算法、下载数据。",
    "Wanping is an open API on which a county appraises its public service units. Anybody can read the results, check how they were computed and download the data.",
  )}</p>
<p class="soft">${ctx.county.name}</p>
<h2>${say("已公布的结果", "Published results")}</h2>
${
  results.length === 0
    ? html`<p>${say("还没有公布的结果。", "Nothing has been published yet.")}</p>`
    : html`<ul class="cards">${results.map(
        (result) =>
          html`<li class="card"><a href="${to(`/rounds/${result.round}`)}">${result.title[lang]}</a><br><code>${result.round}</code><br>${result.from} – ${result.to}
<b>${result.ballotsShown.toLocaleString("en")}</b><small>${say(
            `份评价，${result.units.shown} 个单位有结果，${result.units.insufficient} 个份数不足`,
            `ballots; ${result.units.shown} units with figures, ${result.units.insufficient} with too few ballots`,
          )}</small></li>`,
      )}</ul>`
}
<h2>${say("正在进行", "Under way")}</h2>
${
  open.length === 0
    ? html`<p>${say("现在没有正在进行的轮次。", "No round is open now.")}</p>`
    : html`<ul>${open.map(
        (round) =>
          html`<li><code>${round.id}</code> ${round.from} – ${round.to}${say("，截止前只公布参与份数（取整到十）：", ", participation only, in tens, until it closes: ")}${round.ballotsAtLeast}</li>`,
      )}</ul>`
}
<h2>${say("给开发者", "For developers")}</h2>
<p>${say("用 curl 五分钟投出一份评价：", "Cast a ballot with curl in five minutes: ")}<a href="${to("/docs")}">${say("接口文档", "API documentation")}</a>${say("。机器可读的约定：", ". The contract for machines: ")}<a href="/openapi.json">OpenAPI 3.1</a></p>`;
}

async function allRounds(ctx: Context) {
  const rounds = [];
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const input = { limit: 1000, ...(cursor !== undefined && { cursor }) };
    const page = await listRounds({ ctx, input });
    rounds.push(...page.items);
    cursor = "next" in page ? page.next : undefined;
  }
  return rounds.sort((one, other) => other.from.localeCompare(one.from));
}

function isPublished(state: string): boolean {
  return ["preliminary", "published", "final"].includes(state);
}
