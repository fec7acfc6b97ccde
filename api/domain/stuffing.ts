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

/** Ballots of other devices before their answers say what is usual. */
const enoughElsewhere = 100;
/** Once in a hundred days of chance. */
const leastSurprise = Math.log(100);

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

/**
 * Days on which a device said nearly always the same. Where nearly everybody is content that is no wonder, so that other
 * devices tell how many should have said something else; where there is too little of them, all must be alike.
 */
function identicalRuns(groups: readonly AlikeBallots[]): Suspicion[] {
  const days = new Map<string, AlikeBallots[]>();
  for (const group of groups) {
    const key = `${group.device} ${group.on}`;
    days.set(key, [...(days.get(key) ?? []), group]);
  }
  const byDevice = sums(groups, ({ device }) => device);
  const byAnswers = sums(groups, ({ answers }) => answers);
  const byBoth = sums(groups, ({ device, answers }) => `${device} ${answers}`);
  const all = groups.reduce((total, { ballots }) => total + ballots, 0);
  return [...days.values()].flatMap((day): Suspicion[] => {
    const alike = [...sums(day, ({ answers }) => answers)].sort(([, a], [, b]) => b - a)[0];
    const first = day[0];
    if (!alike || !first) return [];
    const { device, on } = first;
    const [answers, most] = alike;
    const ballots = day.reduce((total, group) => total + group.ballots, 0);
    const elsewhere = all - (byDevice.get(device) ?? 0);
    const same = (byAnswers.get(answers) ?? 0) - (byBoth.get(`${device} ${answers}`) ?? 0);
    const others = (ballots * (elsewhere - same)) / elsewhere;
    const suspicious =
      elsewhere < enoughElsewhere
        ? most === ballots
        : surprise(ballots - most, others) > leastSurprise;
    return ballots >= fewest && suspicious ? [{ kind: "identical-run", device, on, ballots }] : [];
  });
}

/** Chernoff's bound: where `expected` are, so few or fewer are seen less often than once in e to this power. */
function surprise(seen: number, expected: number): number {
  if (seen >= expected) return 0;
  return expected - seen + (seen === 0 ? 0 : seen * Math.log(seen / expected));
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
