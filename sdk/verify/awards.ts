import type { PastRound } from "../../api/domain/model.ts";
import { runsOf } from "../../api/domain/scoring.ts";
import { type Check, checkValue, withheld } from "./check.ts";
import { amongWhom, type Membership, placeMembership } from "./membership.ts";
import type { Programme, PublishedSummary } from "./published.ts";
import type { Recomputed } from "./recompute.ts";

type Award = Programme["awards"][number];
type AwardOf<Kind extends Award["kind"]> = Extract<Award, { kind: Kind }>;

/** What can be told of an award. */
interface Settled {
  holds: Membership;
  /** Whether that is told of every unit. */
  whole: boolean;
}

export type Awards = ReadonlyMap<string, Settled>;

/** Who holds each award, as far as it can be told from what is published. */
export function settleAwards(recomputed: Recomputed, { awards }: PublishedSummary): Awards {
  const { programme, figures, result, gaps } = recomputed;
  const now = runsByPlace(runsOf(programme, figures));
  const past = figures.history.map(({ runs }) => runsByPlace(runs));
  const standings = new Map(result.units.map(({ unit, standing }) => [unit, standing]));
  const settled = new Map<string, Settled>();
  // The release says itself that it rests on a figure that is withheld: its holders are not published.
  const secret = new Set(
    awards.filter(({ flags }) => flags.includes("rests_on_withheld")).map(({ id }) => id),
  );

  function settle(award: Award): Settled {
    const known = settled.get(award.id);
    if (known) return known;
    const proper = memberships(award);
    const holds = secret.has(award.id) ? () => undefined : proper;
    const whole = result.units.every(({ unit }) => holds(unit) !== undefined);
    settled.set(award.id, { holds, whole });
    return { holds, whole };
  }

  function memberships(award: Award): Membership {
    const holders = new Set(
      result.awards.find((one) => one.award === award.id)?.holders.flatMap(({ units }) => units),
    );
    const decisions = figures.decisions.filter(({ about }) => about === award.id);
    const confirmed = decisions.findLast(({ kind }) => kind === "confirm-award");
    // Who holds it is then written in the decision, and rests on nothing that is hidden.
    if (confirmed?.units) return (unit) => holders.has(unit);
    switch (award.kind) {
      case "take": {
        const among = amongWhom(award, recomputed, named);
        return placeMembership(award, { ...award.places, end: award.end, among }, recomputed);
      }
      case "by-decision": {
        const count = decisions.findLast(({ kind }) => kind === "award-count")?.count;
        if (count === undefined) return () => false;
        const places = { from: 1, to: count, end: award.end, among: () => true };
        return placeMembership(award, places, recomputed);
      }
      case "clean-run":
        return (unit) => {
          const isSeen = gaps.visible(award.stream, unit).ballots !== undefined;
          const run = isSeen ? now.get(`${award.stream} ${unit}`) : undefined;
          const open = standings.get(unit) === "appraised" && isOpen(award, unit, run, past);
          return open ? undefined : holders.has(unit);
        };
      case "running": {
        const base = named(award.award);
        return (unit) => (base(unit) === undefined ? undefined : holders.has(unit));
      }
    }
  }

  function named(id: string): Membership {
    const award = programme.awards.find((one) => one.id === id);
    return award ? settle(award).holds : () => false;
  }

  return new Map(programme.awards.map((award) => [award.id, settle(award)]));
}

type Run = PastRound["runs"][number];

type Runs = ReadonlyMap<string, Run>;

function runsByPlace(runs: PastRound["runs"]): Runs {
  return new Map(runs.map((run) => [`${run.stream} ${run.unit}`, run]));
}

/** Whether it is open if a unit's run is clean: one round in which it surely is not settles that. */
function isOpen(
  { rounds, stream }: AwardOf<"clean-run">,
  unit: string,
  now: Run | undefined,
  past: readonly Runs[],
): boolean {
  const before = rounds - 1;
  if (past.length < before) return false;
  const last = before === 0 ? [] : past.slice(-before);
  const all = [...last.map((runs) => runs.get(`${stream} ${unit}`)), now];
  if (all.some((run) => run && !isClean(run))) return false;
  return all.some((run) => run === undefined);
}

function isClean({ ballots, bad, broken }: Run): boolean {
  return ballots > 0 && bad === 0 && !broken;
}

/** Awards of a unit, so far as it can be told who holds them. */
export function checkUnitAwards(
  unit: string,
  published: readonly string[],
  own: readonly string[],
  awards: Awards,
): Check {
  // What the release hides of a whole award it hides of each unit.
  const isTold = (id: string) => awards.get(id)?.holds(unit) !== undefined;
  const anew = [...awards].flatMap(([id, { holds, whole }]) =>
    (whole ? own.includes(id) : holds(unit)) ? [id] : [],
  );
  const check = checkValue(
    "awards",
    words(published.filter((id) => isTold(id) || !awards.has(id))),
    words(anew),
  );
  const open = [...awards.keys()].some((id) => !isTold(id));
  return check.verdict === "identical" && open
    ? withheld("awards", undefined, "other_units_not_published")
    : check;
}

/** The round's awards: in which state, and who holds them. */
export function checkAwards(
  { awards }: PublishedSummary,
  { shown }: Recomputed,
  settled: Awards,
): Check[] {
  const published = new Map(awards.map((award) => [award.id, award]));
  return shown.awards.flatMap((award): Check[] => {
    const figure = `awards/${award.award}`;
    const old = published.get(award.award);
    const told = settled.get(award.award);
    if (!old || !told) return [{ figure, verdict: "different", reason: "not_published" }];
    if (!told.whole) return [checkPart(figure, old, told, shown.units)];
    return [
      checkValue(`${figure}/state`, old.state, award.state),
      checkValue(`${figure}/holders`, textOf(old.holders), textOf(award.holders)),
    ];
  });
}

type Published = PublishedSummary["awards"][number];

/** Who surely holds it must be named, and who surely does not must not. */
function checkPart(
  figure: string,
  { holders, flags }: Published,
  { holds }: Settled,
  units: readonly { unit: string }[],
): Check {
  const isHidden = flags.includes("rests_on_withheld");
  const reason = isHidden ? "rests_on_withheld" : "other_units_not_published";
  // An agency holds it through its units, which are not named here.
  if (holders.some(({ recipient }) => recipient !== "unit"))
    return withheld(figure, undefined, reason);
  const named = new Set(holders.map(({ id }) => id));
  const wrong = units.filter(({ unit }) => {
    const told = holds(unit);
    return told !== undefined && told !== named.has(unit);
  });
  if (wrong.length === 0) return withheld(figure, undefined, reason);
  const recomputed = wrong.map(({ unit }) => `${holds(unit) ? "+" : "−"}${unit}`).join(", ");
  return {
    figure: `${figure}/holders`,
    verdict: "different",
    published: textOf(holders),
    recomputed,
  };
}

function textOf(holders: readonly { recipient: string; id: string }[]): string {
  return words(holders.map(({ recipient, id }) => `${recipient} ${id}`));
}

const words = (ids: readonly string[]) => [...ids].sort().join(", ");
