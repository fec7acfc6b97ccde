import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";
import { lintDocument } from "../../../api/domain/lint.ts";
import { programmeJsonSchema, referenceStarts } from "../../../schema/generate-programme.ts";
import { programmeReference } from "../../../schema/generate-reference.ts";
import { readProgramme } from "../../../schema/programme.ts";
import { added, blocksOf, pageOf } from "./page.ts";

const page = pageOf("programme-language.md");
const chinese = pageOf("programme-language.zh.md");
const blocks = blocksOf(page);
const Fields = z.record(z.string(), z.unknown());

/** The tutorial's document after each of its blocks, with what the page says the linter says. */
const steps: { document: Record<string, unknown>; says: string }[] = [];
for (const [index, { language, text }] of blocks.entries()) {
  if (language !== "json") continue;
  const document = added(steps.at(-1)?.document ?? {}, Fields.parse(JSON.parse(text)));
  expect(blocks[index + 1]?.language, `what follows block ${index}`).toBe("findings");
  steps.push({ document, says: blocks[index + 1]?.text ?? "" });
}

test.each(steps)("step $# of the tutorial is judged as the page says", ({ document, says }) => {
  const found = lintDocument(document, readProgramme);
  expect(
    found.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}\n`).join(""),
  ).toBe(says);
});

test("the tutorial ends with a document that runs", () => {
  const last = steps.at(-1)?.document;
  expect(lintDocument(last, readProgramme)).toEqual([]);
});

test("the command on the page prints the findings", () => {
  const folder = mkdtempSync(join(tmpdir(), "wanping-language-"));
  try {
    const file = join(folder, "luming.json");
    writeFileSync(file, JSON.stringify(steps[0]?.document));
    const command = blocks.find(({ language }) => language === "sh")?.text ?? "";
    const printed = execFileSync("sh", ["-c", command.replace("luming.json", file)], {
      cwd: fileURLToPath(new URL("../../../", import.meta.url)),
      encoding: "utf8",
    });
    expect(printed).toContain("error unknown_name /streams/0/groups/0 There is no groups/visitor.");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the Chinese page teaches the same document", () => {
  const taught = (text: string) => blocksOf(text).filter(({ language }) => language !== "sh");
  expect(taught(chinese)).toEqual(taught(page));
});

test("the reference on the page is generated from the schema as it is", () => {
  expect(page.split(referenceStarts)[1]).toBe(programmeReference(programmeJsonSchema()));
});

test("every field and every value of the language is on the page", () => {
  const words = new Set(page.match(/[\w-]+/g));
  const names: string[] = [];
  JSON.stringify(programmeJsonSchema(), (key, value: unknown) => {
    if (key === "properties") names.push(...Object.keys(Fields.parse(value)));
    if (key === "enum") names.push(...z.array(z.string()).parse(value));
    return value;
  });
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name) => !words.has(name))).toEqual([]);
});
