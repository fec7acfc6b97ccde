import { expect, test } from "vitest";
import { readProgramme } from "../../../schema/programme.ts";
import { documentOf, edited, gone } from "./documents.ts";

const good = documentOf("yanshan-hard-to-deal");

function shapeOf(edits: Readonly<Record<string, unknown>>): string[] {
  const reading = readProgramme(edited(good, edits));
  return "findings" in reading
    ? reading.findings.map(({ code, pointer }) => `${code} ${pointer}`)
    : [];
}

test.each<[string, Record<string, unknown>, string]>([
  ["a field that the language does not know", { "/groups/0/wieght": 1 }, "/groups/0"],
  ["a kind that does not exist", { "/instruments/0/kind": "stars" }, "/instruments/0/kind"],
  ["a text in one language only", { "/title/en": gone }, "/title/en"],
  ["a name with capitals", { "/streams/0/id": "Targeted" }, "/streams/0/id"],
  [
    "a day that is not in the calendar",
    { "/calendar/0/window/from": "2024-02-30" },
    "/calendar/0/window/from",
  ],
  ["a threshold below three", { "/disclosure/threshold": 2 }, "/disclosure/threshold"],
  ["another version of the language", { "/language": 2 }, "/language"],
  ["no groups at all", { "/groups": [] }, "/groups"],
])("%s is refused where it stands", (_, edits, pointer) => {
  expect(shapeOf(edits)).toEqual([`shape ${pointer}`]);
});

test("what is said of a wrong shape is said in Chinese and in English", () => {
  const reading = readProgramme(edited(good, { "/cycle": "weekly" }));
  const [finding] = "findings" in reading ? reading.findings : [];
  expect(finding?.message.zh).toMatch(/\p{Script=Han}/u);
  expect(finding?.message.en).not.toMatch(/\p{Script=Han}/u);
});
