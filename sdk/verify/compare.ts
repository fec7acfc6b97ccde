import { type ShownUnit, statisticName, tableName } from "../../api/domain/disclosure.ts";
import type { Programme, PublishedFigure, PublishedUnit } from "./published.ts";
import { type Recomputed, withLists } from "./recompute.ts";

/** `withheld`: not published, or resting on something that is not. */
export type Verdict = "identical" | "different" | "withheld";

export interface Difference {
  figure: string;
  published: number;
  /** Absent: by the rules there is no such figure. */
  recomputed?: number;
}

export interface UnitVerdict {
  unit: string;
  name: string;
  verdict: Verdict;
  /** Figures that were recomputed and are the same. */
  identical: number;
  differences: Difference[];
}

/** Holds published results against recomputed ones, unit by unit and figure by figure. */
export function compare(
  document: Partial<Programme>,
  published: readonly PublishedUnit[],
  { shown }: Recomputed,
): UnitVerdict[] {
  const programme = withLists(document);
  const recomputed = new Map(shown.units.map((unit) => [unit.unit, unit]));
  const gaps = gapsIn(published);
  return published.map((unit) => {
    const own = recomputed.get(unit.unit);
    const figures = figuresOf(unit, own, programme, gaps);
    const differences = figures.flatMap(({ figure, published: old, recomputed: anew }) =>
      old === anew
        ? []
        : [{ figure, published: old, ...(anew !== undefined && { recomputed: anew }) }],
    );
    const identical = figures.length - differences.length;
    const verdict = differences.length > 0 ? "different" : identical > 0 ? "identical" : "withheld";
    return { unit: unit.unit, name: unit.name, verdict, identical, differences };
  });
}

interface Gaps {
  /** Components of which some unit's figure is not shown: a mean over all units cannot be worked out. */
  components: ReadonlySet<string>;
  /** Whether some unit takes a place without showing it. */
  ranks: boolean;
}

function gapsIn(units: readonly PublishedUnit[]): Gaps {
  const hidden = ({ status }: PublishedFigure) =>
    status === "insufficient" || status === "withheld";
  return {
    components: new Set(
      units.flatMap(({ components }) =>
        components.filter(({ figure }) => hidden(figure)).map(({ id }) => id),
      ),
    ),
    ranks: units.some(({ standing, rank }) => standing === "appraised" && hidden(rank)),
  };
}

interface Pair {
  figure: string;
  published: number;
  recomputed: number | undefined;
}

/** Figures that are shown and rest on nothing that is not. */
function figuresOf(
  unit: PublishedUnit,
  own: ShownUnit | undefined,
  programme: Programme,
  gaps: Gaps,
): Pair[] {
  const pairs: Pair[] = [];
  const add = (figure: string, old: PublishedFigure, anew: PublishedFigure | undefined) => {
    if (old.value !== undefined) {
      pairs.push({ figure, published: old.value, recomputed: anew?.value });
    }
  };
  const unsure = new Set(
    unit.components
      .filter(({ id, flags }) => flags.includes("small_sample") && gaps.components.has(id))
      .map(({ id }) => id),
  );
  add("n", unit.n, own?.n);
  for (const { id, figure } of unit.components) {
    if (unsure.has(id)) continue;
    add(`components/${id}`, figure, own?.components.find((one) => one.id === id)?.figure);
  }
  if (unsure.size === 0) add("total", unit.total, own?.total);
  if (unsure.size === 0 && !gaps.ranks && gaps.components.size === 0)
    add("rank", unit.rank, own?.rank);
  for (const { id, figure } of unit.statistics) {
    const same = own?.statistics.figures.find((one) => statisticName(one) === id);
    add(`statistics/${id}`, figure, same?.figure);
  }
  for (const { id, answers } of unit.distributions) {
    const table = own?.statistics.tables.find((one) => tableName(programme, one) === id);
    for (const { answer, count, share } of answers) {
      const same = table?.answers.find((one) => one.answer === answer);
      add(`distributions/${id}/${answer}/count`, count, same?.count);
      add(`distributions/${id}/${answer}/share`, share, same?.share);
    }
  }
  return pairs;
}
