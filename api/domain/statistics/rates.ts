import type { Instrument, Statistic } from "../../../schema/programme.ts";
import { ratio } from "../exact.ts";
import type { Cell, RoundFigures } from "../model.ts";
import type { Flag, StatisticLine } from "../result.ts";
import { computed, notComputable } from "../scoring/scored.ts";
import { ballotCount } from "../tally/counts.ts";
import { wilson } from "../uncertainty/interval.ts";
import { tablesOf } from "./tables.ts";

type Rate = Omit<StatisticLine, "unit" | "defaults">;

/** Share of answers at some levels, with its Wilson interval. */
export function levelRate(
  statistic: Extract<Statistic, { kind: "level-rate" }>,
  form: Instrument,
  cells: readonly Cell[],
): Rate {
  const [table] = tablesOf(form, cells, [], { units: 0 });
  const n = table?.n ?? 0;
  const counted = (table?.answers ?? [])
    .filter(({ answer, outside }) => !outside && statistic.levels.includes(answer))
    .reduce((total, { count }) => total + count, 0);
  if (n === 0) return noRate("no_ballots");
  return {
    n,
    outcome: computed(ratio(counted, n)),
    interval: wilson(counted, n),
    tables: [],
    flags: [],
  };
}

/** Ballots ÷ visits, over the units of the statistic's pools whose visits are known. */
export function ratingRate(
  { pools }: Extract<Statistic, { kind: "rating-rate" }>,
  form: Instrument,
  among: readonly string[],
  cells: readonly Cell[],
  { volumes, units: snapshots }: RoundFigures,
): Rate {
  const visited = new Set(
    snapshots.filter(({ pool }) => pools?.includes(pool) ?? true).map(({ id }) => id),
  );
  const units = among.filter((unit) => visited.has(unit));
  if (units.length === 0) return noRate("other_pool");
  const known = new Set(units.filter((unit) => volumes[unit] !== undefined));
  const visits = [...known].reduce((total, unit) => total + (volumes[unit] ?? 0), 0);
  const ballots = ballotCount(
    cells.filter((cell) => known.has(cell.unit)),
    form,
  );
  if (visits === 0) return noRate("no_visit_counts");
  const incomplete: Flag[] = known.size < units.length ? ["no_visit_counts"] : [];
  // More ratings than visits means that visits were counted otherwise than ratings: a quotient, but no share.
  const isShare = ballots <= visits;
  return {
    n: ballots,
    outcome: computed(ratio(ballots, visits)),
    interval: isShare ? wilson(ballots, visits) : { status: "no_interval", reason: "no_method" },
    tables: [],
    flags: incomplete,
  };
}

function noRate(reason: Flag): Rate {
  return {
    n: 0,
    outcome: notComputable(reason),
    interval: { status: "no_interval", reason: "not_computable" },
    tables: [],
    flags: [reason],
  };
}
