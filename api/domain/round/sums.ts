import type { Component, Programme } from "../../../schema/programme.ts";
import type { UnitSnapshot } from "../model.ts";
import type { UnitSums } from "../ranking/figures.ts";
import { compareBy, directionOf, figureOf } from "../ranking/figures.ts";
import type { ByFigure } from "../ranking/shortlist.ts";
import { fillShortlist } from "../ranking/shortlist.ts";
import type { RoundResult } from "../result.ts";
import { needsShortlist, scoreComponent } from "../scoring/component.ts";
import type { ScoringContext } from "../scoring/context.ts";
import { type Scored, unscored } from "../scoring/scored.ts";
import { sumParts, totalOf } from "../scoring/totals.ts";

/** Scores all components, in two steps: what the shortlist rests on, then what rests on the shortlist. */
export function sumUnits(context: ScoringContext): {
  sums: Map<string, UnitSums>;
  lists: RoundResult["lists"];
} {
  const { programme, figures, appraised } = context;
  const early = programme.components.filter((component) => !needsShortlist(component));
  const first = score(early, context, appraised);
  const before = addUp(programme, appraised, first);
  const lists = fillShortlist(programme, figures, appraised, shortlistFigure(programme, before));
  const listed = new Set(lists.flatMap(({ units }) => units));
  const late = programme.components.filter(needsShortlist);
  if (late.length === 0) return { sums: before, lists };
  const on = appraised.filter((unit) => listed.has(unit.id));
  const scored = new Map([...first, ...score(late, context, on)]);
  return { sums: addUp(programme, appraised, scored, listed), lists };
}

type ByComponent = Map<string, Map<string, Scored>>;

function score(
  components: readonly Component[],
  context: ScoringContext,
  units: readonly UnitSnapshot[],
): ByComponent {
  return new Map(
    components.map((component) => [component.id, scoreComponent(component, context, units)]),
  );
}

function shortlistFigure(programme: Programme, sums: Map<string, UnitSums>): ByFigure {
  const by = programme.shortlist?.by ?? "";
  return {
    has: (unit) => figureOf(sums.get(unit), by) !== undefined,
    compare: compareBy([by], directionOf(programme), sums),
  };
}

function addUp(
  programme: Programme,
  units: readonly UnitSnapshot[],
  scored: ByComponent,
  listed?: ReadonlySet<string>,
): Map<string, UnitSums> {
  return new Map(
    units.map((unit) => {
      const components = partsOf(programme, unit.id, scored, listed);
      const subtotals = new Map(
        programme.subtotals.map((subtotal) => [
          subtotal.id,
          sumParts("subtotal", subtotal.components, components),
        ]),
      );
      return [unit.id, { components, subtotals, total: totalOf(programme, components) }];
    }),
  );
}

/** A component that only shortlisted units have says so for every other unit. */
function partsOf(
  programme: Programme,
  unit: string,
  scored: ByComponent,
  listed: ReadonlySet<string> | undefined,
): Map<string, Scored> {
  return new Map(
    programme.components.flatMap(({ id }) => {
      const part = scored.get(id)?.get(unit);
      if (part) return [[id, part] as const];
      return listed && !listed.has(unit) ? [[id, unscored("not_shortlisted")] as const] : [];
    }),
  );
}
