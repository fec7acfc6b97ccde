import { html } from "hono/html";
import { curlOf } from "./curl.ts";
import { type DocumentedOperation, documented, type Parameter } from "./operations.ts";
import type { Markup, Reader } from "./page.ts";
import { startSection } from "./start.ts";

const titles: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  service: ["服务", "The service"],
  units: ["部门、单位、承诺、事项、办件量", "Agencies, units, commitments, items, visits"],
  programmes: ["评价办法", "Programmes"],
  rounds: ["轮次", "Rounds"],
  devices: ["评价器（组织者一侧）", "Devices, the organiser's side"],
  device: ["评价器自己调用的", "What a device itself calls"],
  results: ["结果", "Results"],
};

/** The documentation, from the contract that the server keeps. */
export function docsPage(reader: Reader): Markup {
  const { say, to } = reader;
  const { tags, operations } = documented();
  return html`<h1>${say("接口文档", "API documentation")}</h1>
<p class="lead">${say(
    "一份约定管服务器、文档和 SDK。读取已公布的数据不需要密钥；出错时返回 RFC 9457 问题文档，带稳定的代码和中英文说明。",
    "One contract governs the server, this page and the SDK. Reading published data needs no key. Errors are RFC 9457 problems with a stable code and words in Chinese or English.",
  )}</p>
<p><a href="/openapi.json">openapi.json</a> (OpenAPI 3.1) · <a href="${to("/docs/problems")}">${say("全部错误代码", "All problem codes")}</a>${say(" · 各操作的说明目前是英文。", "")}</p>
${startSection(reader)}
<h2 id="conventions">${say("通行约定", "Conventions")}</h2>
<ul><li>${say("列表分页：带上回答里的 ", "Lists are paged: pass ")}<code>next</code>${say(" 作为 ", " as ")}<code>cursor</code>${say("，或者跟随 ", ", or follow the ")}<code>Link: rel="next"</code>.</li>
<li>${say("每个数字都是 ", "Every figure is ")}<code>{status, value?, reason?}</code>${say("：", ": ")}<code>shown</code>, <code>withheld</code>, <code>insufficient</code>, <code>not_computable</code>.</li>
<li>${say("选票的 ", "A ballot's ")}<code>serial</code>${say(" 由设备生成；同一序号同一内容无论发几次都只有一份，换了内容则回 422。", " is made by the device: the same serial and body is one ballot however often it is sent; another body under it is answered 422.")}</li>
<li>${say("问题语言由 ", "The language of problems follows ")}<code>Accept-Language</code>${say(" 决定。日期用县里的时区，时刻用 UTC。", ". Dates are in the county's time zone, instants in UTC.")}</li></ul>
<nav aria-label="${say("操作一览", "Operations")}"><ul class="columns">${operations.map(({ id, summary }) => html`<li><a href="#${id}">${summary}</a></li>`)}</ul></nav>
${tags.map((tag) => {
  const words = titles[tag.name];
  return html`<h2 id="tag-${tag.name}">${words ? say(...words) : tag.description}</h2>${operations
    .filter((operation) => operation.tag === tag.name)
    .map((operation) => section(operation, reader))}`;
})}`;
}

function section(operation: DocumentedOperation, reader: Reader): Markup {
  const { say, origin, lang } = reader;
  const english = lang === "zh" ? html` lang="en"` : "";
  const who = {
    organiser: say("组织者令牌", "organiser's token"),
    device: say("设备令牌", "device's token"),
  }[operation.who ?? ""];
  const done = operation.answers.filter(({ status }) => Number(status) < 400);
  return html`<section class="op" id="${operation.id}"><h3><span class="verb">${operation.method}</span><code>${operation.path}</code></h3>
<p${english}><strong>${operation.summary}.</strong> ${operation.description}</p>
<p><span class="who">${who ?? say("任何人", "anybody")}</span> <code>${operation.id}</code></p>
${operation.parameters.length === 0 ? "" : parameterTable(operation, reader)}
<pre tabindex="0" aria-label="curl ${operation.id}"><code>${curlOf(operation, origin)}</code></pre>
${done.map(
  ({ status, description, example }) =>
    html`<p${english}><code>${status}</code> ${description}</p>${example === undefined ? "" : html`<pre tabindex="0" aria-label="${status} ${operation.id}"><code>${JSON.stringify(example, null, 2)}</code></pre>`}`,
)}
${problemList(operation, reader)}</section>`;
}

function parameterTable({ id, parameters }: DocumentedOperation, { say, lang }: Reader): Markup {
  const describe = ({ description, schema }: Parameter) =>
    [description ?? schema.description, schema.enum?.join(" | ")].filter(Boolean).join(" ");
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say("参数", "Parameters")} ${id}"><table><thead><tr><th scope="col">${say("参数", "Parameter")}</th><th scope="col">${say("位置", "In")}</th><th scope="col">${say("说明", "About")}</th><th scope="col">${say("示例", "Example")}</th></tr></thead><tbody>${parameters.map(
    (parameter) =>
      html`<tr><th scope="row"><code>${parameter.name}</code>${parameter.required ? " *" : ""}</th><td>${parameter.in}</td><td${lang === "zh" ? html` lang="en"` : ""}>${describe(parameter)}</td><td>${parameter.schema.example === undefined ? "" : html`<code>${String(parameter.schema.example)}</code>`}</td></tr>`,
  )}</tbody></table></div>`;
}

function problemList({ answers }: DocumentedOperation, { say, to }: Reader): Markup {
  const codes = answers.flatMap(({ status, problems }) =>
    problems.map((code) => ({ status, code })),
  );
  return html`<details><summary>${say(`可能的错误 ${codes.length} 种`, `${codes.length} possible problems`)}</summary><ul>${codes.map(({ status, code }) => html`<li><code>${status}</code> <a href="${to("/docs/problems")}#${code}"><code>${code}</code></a></li>`)}</ul></details>`;
}
