import { expect, test } from "vitest";
import { lint } from "../../../api/domain/lint.ts";
import { programmeIds, programmeOf } from "../language/documents.ts";

/** The doubts that the county programmes are published with; none has an error. */
const doubts: Readonly<Record<string, readonly string[]>> = {
  "dianjiang-dianping": ["no_tie_breaker /ranking"],
  "haifeng-ten-thousand": ["weights_not_one /components/0/weights", "no_tie_breaker /ranking"],
  "neixiang-per-visit": [],
  "pingyang-thousand": ["no_tie_breaker /ranking"],
  "yanshan-hard-to-deal": [],
};

test("the expected doubts cover every programme", () => {
  expect(programmeIds.sort()).toEqual(Object.keys(doubts));
});

test.each(programmeIds)("%s runs, and is doubted exactly where it should be", (id) => {
  const found = lint(programmeOf(id));
  expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(found.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(doubts[id]);
});

test("the linter finds by itself that Haifeng's printed weights sum to 95 %", () => {
  const found = lint(programmeOf("haifeng-ten-thousand")).find(
    ({ code }) => code === "weights_not_one",
  );
  expect(found?.message.en).toContain("0.95");
});
