import type { ComponentOf, Finding, Programme, ScoreLedger } from "../../../../schema/programme.ts";
import { exact, ratio } from "../../exact.ts";
import { finding } from "../finding.ts";
import { windowsMeet } from "./fitting.ts";

type Tiers = NonNullable<ScoreLedger["tiers"]>;

/** Tiers that leave marks out, or claim them twice. */
export function brokenTiers({ ledgers }: Programme): Finding[] {
  return ledgers.flatMap((ledger, index) => {
    if (ledger.kind !== "score" || !ledger.tiers) return [];
    const at = `/ledgers/${index}/tiers/levels`;
    return [
      ...betweenTiers(ledger.tiers.levels, ledger.decimals, at),
      ...tierEnds(ledger.tiers.levels, ledger.range, at),
    ];
  });
}

/** The next tier down must begin exactly one step below: 4.0 and up, then 3.9 and below. */
function betweenTiers(levels: Tiers["levels"], decimals: number, at: string): Finding[] {
  const step = ratio(1, 10 ** decimals);
  return levels.flatMap((lower, index) => {
    const upper = levels[index - 1];
    if (!upper) return [];
    const distance = exact(upper.from).sub(exact(lower.to));
    if (distance.equals(step)) return [];
    const code = distance.lt(step) ? "tiers_overlap" : "tiers_gap";
    return [finding(code, `${at}/${index}`, { upper: upper.id, lower: lower.id })];
  });
}

function tierEnds(levels: Tiers["levels"], range: ScoreLedger["range"], at: string): Finding[] {
  const from = levels.at(-1)?.from ?? range.from;
  const to = levels[0]?.to ?? range.to;
  return from === range.from && to === range.to
    ? []
    : [finding("tiers_beyond_range", at, { from, to })];
}

/** Scored ledgers in which a unit managed by its agency alone has no assessor. */
export function missingAssessors({ ledgers, components }: Programme): Finding[] {
  return ledgers.flatMap((ledger, index) => {
    const scored = components.some(
      (component) => component.kind === "ledger-score" && component.ledger === ledger.id,
    );
    if (ledger.kind !== "score" || !scored) return [];
    const covered = ledger.assessors.some(
      ({ scores }) => scores === "every-unit" || scores === "managed-by-agency",
    );
    return covered
      ? []
      : [finding("assessor_missing", `/ledgers/${index}/assessors`, { ledger: ledger.id })];
  });
}

/** Deduction sheets that take off points twice for one fact, or in periods without facts. */
export function deductionSheets(programme: Programme): Finding[] {
  return programme.components.flatMap((component, index) => {
    if (component.kind !== "deduction-sheet") return [];
    const at = `/components/${index}/parts`;
    return [...sharedEntries(component, at), ...periods(programme, component, at)];
  });
}

function sharedEntries({ parts }: ComponentOf<"deduction-sheet">, at: string): Finding[] {
  const earlier = new Set<string>();
  return parts.flatMap(({ entries }, index) => {
    const again = entries.flatMap((entry, position) =>
      earlier.has(entry)
        ? [finding("entry_in_two_parts", `${at}/${index}/entries/${position}`, { entry })]
        : [],
    );
    for (const entry of entries) earlier.add(entry);
    return again;
  });
}

function periods(
  { ledgers }: Programme,
  component: ComponentOf<"deduction-sheet">,
  at: string,
): Finding[] {
  const limits = ledgers.find(({ id }) => id === component.ledger)?.window;
  return component.parts.flatMap((part, index) =>
    (part.periods ?? []).flatMap(({ id, window }, position, all) => {
      const here = `${at}/${index}/periods/${position}`;
      const first = all.slice(0, position).find((one) => windowsMeet(one.window, window));
      const inside = !limits || (limits.from <= window.from && window.to <= limits.to);
      return [
        ...(first ? [finding("periods_overlap", here, { first: first.id, second: id })] : []),
        ...(inside ? [] : [finding("period_outside_window", `${here}/window`, { period: id })]),
      ];
    }),
  );
}
