import type { PastRound } from "../../api/domain/model.ts";
import { runsOf } from "../../api/domain/scoring.ts";
import { type Check, checkValue, withheld } from "./check.ts";
import type { Gap } from "./gaps.ts";
import type { Programme, PublishedSummary } from "./published.ts";
import type { RankCheck } from "./ranks.ts";
import type { Recomputed } from "./recompute.ts";

type Award = Programme["awards"][number];
type AwardOf<Kind extends Award["kind"]> = Extract<Award, { kind: Kind }>;

/** What is missing to tell who holds each award. */
export function awardGaps(
  recomputed: Recomputed,
  ranks: ReadonlyMap<string, RankCheck>,
): Map<string, Gap | undefined> {
  const { programme, figures, result, gaps } = recomputed;
  const appraised = result.units.filter(({ standing }) => standing === "appraised");
  const now = runsOf(programme, figures);
  const pools = new Map(figures.units.map(({ id, pool }) => [id, pool]));

  function gapOf(award: Award): Gap | undefined {
    const confirmed = figures.decisions.findLast(
      ({ kind, about }) => kind === "confirm-award" && about === award.id,
    );
    // Who holds it is then written in the decision, and compared with nothing that is hidden.
    if (confirmed?.units) return undefined;
    switch (award.kind) {
      case "by-decision":
        return placesGap(() => true);
      case "take":
        return takeGap(award);
      case "clean-run":
        return appraised
          .map(({ unit }) => runGap(award, unit, now, recomputed))
          .find((gap) => gap !== undefined);
      case "running":
        return gapNamed(award.award);
    }
  }

  function takeGap({ from }: AwardOf<"take">): Gap | undefined {
    switch (from.of) {
      case "all":
        return placesGap(() => true);
      case "pool":
        return placesGap((unit) => pools.get(unit) === from.pool);
      case "list": {
        const listed = new Set(result.lists.find(({ list }) => list === from.list)?.units);
        return gaps.lists ?? placesGap((unit) => listed.has(unit));
      }
      case "award": {
        const held = result.awards.find(({ award }) => award === from.award);
        const holders = new Set(held?.holders.flatMap(({ units }) => units));
        return gapNamed(from.award) ?? placesGap((unit) => holders.has(unit));
      }
    }
  }

  function placesGap(among: (unit: string) => boolean): Gap | undefined {
    const hidden = appraised.some(
      ({ unit }) => among(unit) && (gaps.key(unit) !== undefined || isRough(unit)),
    );
    return hidden ? "other_units_not_published" : undefined;
  }

  /** A place that a mean of four decimals leaves open, although no figure is hidden. */
  function isRough(unit: string): boolean {
    const by = programme.ranking?.by ?? "";
    return gaps.tolerance(unit, by) > 0 && ranks.get(unit)?.whole === false;
  }

  const gapNamed = (id: string) => {
    const award = programme.awards.find((one) => one.id === id);
    return award && gapOf(award);
  };
  return new Map(programme.awards.map((award) => [award.id, gapOf(award)]));
}

/** Whether it is open if a unit's run is clean: one round in which it surely is not settles that. */
function runGap(
  award: AwardOf<"clean-run">,
  unit: string,
  now: PastRound["runs"],
  { figures, gaps }: Recomputed,
): Gap | undefined {
  const before = award.rounds - 1;
  const past = before === 0 ? [] : figures.history.slice(-before);
  if (past.length < before) return undefined;
  const runs = past.map((round) => runIn(round, award.stream, unit));
  if (runs.some((run) => run && !isClean(run))) return undefined;
  if (gaps.visible(award.stream, unit).ballots === undefined) return "ballots_not_published";
  const run = now.find((one) => one.unit === unit && one.stream === award.stream);
  if (run && !isClean(run)) return undefined;
  return runs.every(Boolean) ? undefined : "history_not_published";
}

type Run = PastRound["runs"][number];

function runIn({ runs }: PastRound, stream: string, id: string): Run | undefined {
  return runs.find((run) => run.unit === id && run.stream === stream);
}

function isClean({ ballots, bad, broken }: Run): boolean {
  return ballots > 0 && bad === 0 && !broken;
}

/** The round's awards: in which state, and who holds them. */
export function checkAwards(
  { awards }: PublishedSummary,
  { shown }: Recomputed,
  gaps: ReadonlyMap<string, Gap | undefined>,
): Check[] {
  const published = new Map(awards.map((award) => [award.id, award]));
  return shown.awards.flatMap((award) => {
    const figure = `awards/${award.award}`;
    const old = published.get(award.award);
    const gap = gaps.get(award.award);
    if (!old) return [{ figure, verdict: "different" as const, reason: "not_published" }];
    if (gap) {
      const isHidden = old.flags.includes("rests_on_withheld");
      return [withheld(figure, undefined, isHidden ? "rests_on_withheld" : gap)];
    }
    return [
      checkValue(`${figure}/state`, old.state, award.state),
      checkValue(`${figure}/holders`, textOf(old.holders), textOf(award.holders)),
    ];
  });
}

function textOf(holders: readonly { recipient: string; id: string }[]): string {
  return holders
    .map(({ recipient, id }) => `${recipient} ${id}`)
    .sort()
    .join(", ");
}
