import type { PastRound } from "../../../api/domain/model.ts";
import type { County, Verdict } from "./county.ts";
import { type Luck, luck } from "./random/luck.ts";

/** Everything that a county did before its result: its rounds, the scored one last, and what was before them. */
export interface Trial {
  rounds: County[];
  history: PastRound[];
}

/** How many random counties; more behind an environment variable. */
export const runs = Number(process.env.WANPING_ORACLE_RUNS ?? 2000);

/** A county takes a few milliseconds; a busy machine may need ten times as long. Milliseconds for a whole test. */
export const patience = 60_000 + 120 * runs;

/** The first county, of so many, about which oracle and engine differ. A rule that fails counts as a difference. */
export function firstDifference(
  seeds: number,
  make: (chance: Luck) => Trial,
  differences: (trial: Trial, seed: number) => string[],
): { seed: number; trial: Trial; found: string[] } | undefined {
  for (let seed = 1; seed <= seeds; seed += 1) {
    const trial = make(luck(seed));
    const found = differencesOrFailure(differences, trial, seed);
    if (found.length > 0) return { seed, trial, found };
  }
  return undefined;
}

/** Tells the seed and the smallest county that still differs. */
export function expectAgreement(
  seeds: number,
  make: (chance: Luck) => Trial,
  differences: (trial: Trial, seed: number) => string[],
): void {
  const first = firstDifference(seeds, make, differences);
  if (!first) return;
  const { seed, trial, found } = first;
  const differs = (smaller: Trial) => differencesOrFailure(differences, smaller, seed).length > 0;
  const least = smallest(trial, differs);
  const left = differencesOrFailure(differences, least, seed);
  throw new Error(
    [
      `Seed ${seed}:`,
      ...found,
      "The smallest county that differs:",
      ...left,
      JSON.stringify(least, null, 1),
    ].join("\n"),
  );
}

function differencesOrFailure(
  differences: (trial: Trial, seed: number) => string[],
  trial: Trial,
  seed: number,
): string[] {
  try {
    return differences(trial, seed);
  } catch (failure) {
    return [String(failure)];
  }
}

const parts = ["ballots", "entries", "decisions", "units"] as const;

/** Takes away whatever can be taken away, in ever smaller pieces. */
function smallest(trial: Trial, stillDiffers: (trial: Trial) => boolean): Trial {
  let least = trial;
  const all = trial.rounds.flatMap((_, round) => parts.map((part) => ({ round, part })));
  for (const { round, part } of all) {
    for (const cut of cutsOf(trial.rounds[round]?.[part].length ?? 0)) {
      const smaller = without(least, round, part, cut);
      if (stillDiffers(smaller)) least = smaller;
    }
  }
  return least;
}

/** Halves, quarters and so on down to single ones, from the end. */
function cutsOf(length: number): { at: number; piece: number }[] {
  const piece = Math.ceil(length / 2);
  if (piece === 0) return [];
  const cuts: { at: number; piece: number }[] = [];
  for (let size = piece; ; size = Math.ceil(size / 2)) {
    for (let at = length - size; at > -size; at -= size) cuts.push({ at, piece: size });
    if (size === 1) return cuts;
  }
}

function without(
  trial: Trial,
  round: number,
  part: (typeof parts)[number],
  { at, piece }: { at: number; piece: number },
): Trial {
  const cut = (county: County): County => ({
    ...county,
    [part]: county[part].filter((_, index) => index < at || index >= at + piece),
  });
  return {
    ...trial,
    rounds: trial.rounds.map((county, index) => (index === round ? cut(county) : county)),
  };
}

/** Every statement of one verdict that the other does not make. */
export function differing(oracle: Verdict, engine: Verdict): string[] {
  return disagreements(oracle, engine);
}

/** The same for anything that can be read as statements. */
export function disagreements(oracle: object, engine: object): string[] {
  const [expected, actual] = [statements(oracle), statements(engine)];
  return [...new Set([...expected.keys(), ...actual.keys()])]
    .filter((what) => !same(expected.get(what), actual.get(what)))
    .map((what) => `${what}: oracle ${expected.get(what)}, engine ${actual.get(what)}`);
}

function same(expected: string | undefined, actual: string | undefined): boolean {
  return expected === actual || (expected === "any" && actual !== undefined);
}

/** A verdict as flat statements; what is absent, empty or not computed says nothing. */
export function statements(verdict: object): Map<string, string> {
  const all = new Map<string, string>();
  const say = (path: string, value: unknown): void => {
    if (Array.isArray(value)) say(path, [...value].sort().join(", "));
    else if (typeof value === "object" && value !== null) {
      for (const [key, part] of Object.entries(value)) say(`${path}/${key}`, part);
    } else if (value !== null && value !== undefined && value !== "") all.set(path, String(value));
  };
  say("", verdict);
  return all;
}
