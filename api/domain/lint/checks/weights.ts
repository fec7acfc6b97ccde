import type {
  Component,
  ComponentOf,
  Finding,
  Group,
  Instrument,
  Programme,
} from "../../../../schema/programme.ts";
import { exact, exactText, one, zero } from "../../exact.ts";
import { finding } from "../finding.ts";
import { groupsOf, instrumentOf, levelsOf, weightSums } from "../parts.ts";

function sheetMeans(programme: Programme): { component: ComponentOf<"sheet-mean">; at: string }[] {
  return programme.components.flatMap((component, index) =>
    component.kind === "sheet-mean" ? [{ component, at: `/components/${index}` }] : [],
  );
}

/** Weights that no sheet reaches, and weights that are missing. */
export function groupWeights(programme: Programme): Finding[] {
  const read = new Set<Group>();
  const weightedBy = new Map<Group, string>();
  for (const { component } of sheetMeans(programme)) {
    for (const group of groupsOf(programme, component.stream)) {
      read.add(group);
      if (component.weights !== "equal-ballots") weightedBy.set(group, component.id);
    }
  }
  return programme.groups.flatMap((group, index) => {
    const component = weightedBy.get(group);
    if (group.weight === undefined && component !== undefined) {
      return [finding("weight_missing", `/groups/${index}`, { group: group.id, component })];
    }
    return group.weight !== undefined && !read.has(group)
      ? [finding("weight_unreachable", `/groups/${index}/weight`, { group: group.id })]
      : [];
  });
}

/** Weights that are no whole. */
export function weightSumsOff(programme: Programme): Finding[] {
  const sums = weightSums(programme);
  return sheetMeans(programme).flatMap(({ component, at }) => {
    const sum = sums.get(component.stream);
    if (component.weights === "equal-ballots" || !sum || sum.equals(one)) return [];
    const values = { component: component.id, sum: exactText(sum) };
    return sum.equals(zero)
      ? [finding("divides_by_zero", `${at}/weights`, { what: component.id })]
      : [finding("weights_not_one", `${at}/weights`, values)];
  });
}

/** Scales, sheets and ranges whose full marks are zero, by which scoring divides. */
export function emptyScales(programme: Programme): Finding[] {
  return programme.components.flatMap((component, index) => {
    const what = emptyDivisor(programme, component);
    return what === undefined ? [] : [finding("divides_by_zero", `/components/${index}`, { what })];
  });
}

/** What a component divides by, if that is nothing. */
function emptyDivisor(programme: Programme, component: Component): string | undefined {
  switch (component.kind) {
    case "levels-mean":
    case "sheet-mean":
    case "checklist-mean": {
      const instrument = instrumentOf(programme, component.stream);
      return instrument && !isWorth(instrument) ? instrument.id : undefined;
    }
    case "deduction-sheet":
      return component.parts.some(({ full }) => full > 0) ? undefined : component.id;
    case "ledger-score": {
      const ledger = programme.ledgers.find(({ id }) => id === component.ledger);
      if (ledger?.kind !== "score") return undefined;
      const weighs = ledger.assessors.some(({ weight }) => weight > 0);
      return ledger.range.to > 0 && weighs ? undefined : ledger.id;
    }
    default:
      return undefined;
  }
}

/** Whether full marks of an instrument are more than nothing. */
function isWorth(instrument: Instrument): boolean {
  switch (instrument.kind) {
    case "levels":
    case "best-and-worst":
      return levelsOf(instrument).some(({ value, outside }) => value > 0 && !outside);
    case "sheet":
      return instrument.rules.some(({ indicators }) => indicators.some(({ points }) => points > 0));
    case "checklist":
      return instrument.items.some(({ points }) => points > 0);
    case "nominate":
    case "questionnaire":
      return true;
  }
}

/** Own score and mean that are no whole, and scales that do not fall. */
export function doubtfulScales(programme: Programme): Finding[] {
  const samples = programme.components.flatMap((component, index) => {
    const rule = component.kind === "levels-mean" ? component.smallSample : undefined;
    const sum = exact(rule?.own ?? 1).add(exact(rule?.mean ?? 0));
    if (sum.equals(one)) return [];
    return [
      finding("small_sample_weights", `/components/${index}/smallSample`, { sum: exactText(sum) }),
    ];
  });
  const scales = programme.instruments.flatMap((instrument, index) => {
    const values = levelsOf(instrument)
      .filter(({ outside }) => !outside)
      .map(({ value }) => value);
    const falls = values.every((value, at) => at === 0 || value < (values[at - 1] ?? value));
    return falls ? [] : [finding("levels_not_descending", `/instruments/${index}/levels`)];
  });
  return [...samples, ...scales];
}
