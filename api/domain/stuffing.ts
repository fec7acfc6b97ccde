/** Patterns that look like stuffing. Each may have a good reason: a person looks, nothing happens by itself. */

/** Ballots of one device for one unit on one visit date that say the same. */
export interface AlikeBallots {
  device: string;
  unit: string;
  on: string;
  /** What they say, the unit left out. */
  answers: string;
  ballots: number;
}

export type Suspicion =
  | { kind: "burst"; device: string; on: string; ballots: number; expected: number }
  | { kind: "identical-run"; device: string; on: string; ballots: number }
  | { kind: "over-footfall"; unit: string; on: string; ballots: number; expected: number };

/** Fewer than this on a day look like nothing. */
const fewest = 40;
/** A burst is more than this many times the device's median of its other days. */
const burstFactor = 4;
/** Days to compare with before a median says anything. */
const leastDays = 3;

/** `visits`: visits by unit and date, as `unit date`; where there is none, footfall says nothing. */
export function findSuspicions(
  groups: readonly AlikeBallots[],
  visits: ReadonlyMap<string, number>,
): Suspicion[] {
  return [...bursts(groups), ...identicalRuns(groups), ...overFootfall(groups, visits)];
}

function bursts(groups: readonly AlikeBallots[]): Suspicion[] {
  const byDevice = new Map<string, { on: string; ballots: number }[]>();
  for (const [key, ballots] of sums(groups, ({ device, on }) => `${device} ${on}`)) {
    const [device = "", on = ""] = key.split(" ");
    byDevice.set(device, [...(byDevice.get(device) ?? []), { on, ballots }]);
  }
  return [...byDevice].flatMap(([device, days]) =>
    days.flatMap(({ on, ballots }): Suspicion[] => {
      const others = days.filter((day) => day.on !== on).map((day) => day.ballots);
      const expected = medianOf(others);
      const isBurst =
        ballots >= fewest && others.length >= leastDays && ballots > burstFactor * expected;
      return isBurst ? [{ kind: "burst", device, on, ballots, expected }] : [];
    }),
  );
}

function identicalRuns(groups: readonly AlikeBallots[]): Suspicion[] {
  const kinds = new Map<string, Set<string>>();
  for (const { device, on, answers } of groups) {
    const key = `${device} ${on}`;
    kinds.set(key, (kinds.get(key) ?? new Set()).add(answers));
  }
  const totals = sums(groups, ({ device, on }) => `${device} ${on}`);
  return [...totals].flatMap(([key, ballots]): Suspicion[] => {
    const [device = "", on = ""] = key.split(" ");
    const alike = kinds.get(key)?.size === 1 && ballots >= fewest;
    return alike ? [{ kind: "identical-run", device, on, ballots }] : [];
  });
}

function overFootfall(
  groups: readonly AlikeBallots[],
  visits: ReadonlyMap<string, number>,
): Suspicion[] {
  return [...sums(groups, ({ unit, on }) => `${unit} ${on}`)].flatMap(
    ([key, ballots]): Suspicion[] => {
      const [unit = "", on = ""] = key.split(" ");
      const expected = visits.get(key);
      const over = expected !== undefined && ballots > expected;
      return over ? [{ kind: "over-footfall", unit, on, ballots, expected }] : [];
    },
  );
}

/** Ballots by key; no id or date contains a space. */
function sums(
  groups: readonly AlikeBallots[],
  keyOf: (group: AlikeBallots) => string,
): Map<string, number> {
  const totals = new Map<string, number>();
  for (const group of groups) {
    const key = keyOf(group);
    totals.set(key, (totals.get(key) ?? 0) + group.ballots);
  }
  return totals;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
