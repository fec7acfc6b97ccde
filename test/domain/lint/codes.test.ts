import { describe, expect, test } from "vitest";
import { lintCodes, lintDocument } from "../../../api/domain/lint.ts";
import { readProgramme } from "../../../schema/programme.ts";
import { documentOf, edited } from "../language/documents.ts";
import { mutations } from "./mutations.ts";

test("every code of the linter has a document that produces it", () => {
  const produced = new Set(mutations.map(({ code }) => code));
  expect([...produced].sort()).toEqual(Object.keys(lintCodes).sort());
});

describe.each(mutations)(
  "$code at $at of $from",
  ({ code, from, before = {}, edit, at, facts }) => {
    const good = edited(documentOf(from), before);
    const isIt = (finding: { code: string; pointer: string }) =>
      finding.code === code && finding.pointer === at;

    test("is not found in the good document", () => {
      expect(lintDocument(good, readProgramme).filter(isIt)).toEqual([]);
    });

    test("is found in the spoilt one, with every value of its message filled in", () => {
      const found = lintDocument(edited(good, edit), readProgramme, facts);
      expect(found).toContainEqual(expect.objectContaining({ code, pointer: at }));
      for (const { message } of found)
        expect(`${message.zh}${message.en}`).not.toMatch(/[{}]|undefined/);
    });
  },
);

test("every code says in both languages what it means", () => {
  for (const { message, explanation } of Object.values(lintCodes)) {
    for (const text of [message, explanation]) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).toMatch(/^[^\p{Script=Han}]+\.$/u);
    }
  }
});
