import { expect, test } from "vitest";
import { lintCodes } from "../../../api/domain/lint.ts";

/** The table of codes as a page; `npm test -- -u` writes it again. */
function page(): string {
  const rows = Object.entries(lintCodes).map(
    ([code, { severity, explanation }]) =>
      `| \`${code}\` | ${severity} | ${explanation.zh}<br>${explanation.en} |\n`,
  );
  return `# What the linter finds · 检查程序会发现什么

An error cannot run, and a document with errors is refused. A warning is doubtful, and is for you to judge.
A document that does not fit the language at all has findings of code \`shape\` instead.
有错误（error）的文件不能运行，会被退回；警告（warning）由您自己判断。完全不合语言的文件，结果的代码是 \`shape\`。

See [the programme language](programme-language.md) · 见[评议方案语言](programme-language.zh.md)

| Code | | Why · 为什么 |
|---|---|---|
${rows.join("")}`;
}

test("the page of findings is the linter's own table", async () => {
  await expect(page()).toMatchFileSnapshot("../../../docs/programme-findings.md");
});
