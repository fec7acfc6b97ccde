import { expect, it } from "vitest";
import type { AnswersOf } from "../../../schema/programme.ts";
import { cast, unit } from "../support/figures.ts";
import { nominateForm, streamOf } from "../support/forms.ts";
import { programmeWith } from "../support/programme.ts";

const programme = programmeWith({
  instruments: [nominateForm],
  streams: [streamOf(nominateForm)],
});
const units = [...Array(12).keys()].map((n) => unit(`u-${n}`));
const good = { problems: ["cold"], case: { date: "2024-03-01" } };
const early = { problems: ["cold"], case: { date: "2023-12-31" } };

function judged(nominations: AnswersOf<"nominate">["nominations"]) {
  return cast(programme, { kind: "nominate", nominations }, { units });
}

it("a unit named again counts where its first nomination does not stand, and never twice", () => {
  const verdict = judged([
    { unit: "u-1", ...early },
    { unit: "u-1", ...good },
    { unit: "u-1", ...good },
  ]);
  if (!verdict.valid) throw new Error("the second nomination stands");
  expect(verdict.voided).toEqual([
    { code: "case_too_early", pointer: "/nominations/0/case/date" },
    { code: "repeated", pointer: "/nominations/2/unit" },
  ]);
  const named = verdict.cells.filter(({ question }) => question === "nominated");
  expect(named.map(({ unit: id, count }) => [id, count])).toEqual([["u-1", 1]]);
});

it("what voids a ballot is too many units, not too many lines", () => {
  const ten = [...Array(10).keys()].map((n) => ({ unit: `u-${n}`, ...good }));
  expect(judged([...ten, { unit: "u-0", ...good }]).valid).toBe(true);
  expect(judged([...ten, { unit: "u-10", ...good }]).valid).toBe(false);
});
