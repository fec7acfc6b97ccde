import type { UnitSnapshot } from "../../../api/domain/model.ts";
import { factsOf, rankOf, take } from "./clerk.ts";
import type { Ballot, County, UnitVerdict, Verdict } from "./county.ts";
import { type Ratio, ratio, shown } from "./ratio.ts";

/** Yanshan County, from the text: name the sections that are hard to deal with; more votes are worse. */

const scopes: Record<string, string[] | "every-section"> = {
  leaders: "every-section",
  "new-business": ["registration", "tax", "business-start"],
  "project-heads": ["industry"],
  "people-served": ["public-service", "livelihood"],
  public: "every-section",
};
const problems = ["cold", "idle", "shirking", "disorder", "greed"];

/** The sections that a ballot names and that count. A ballot with none left is as void as one with too many. */
export function named(ballot: Ballot, units: readonly UnitSnapshot[]): string[] | "void" {
  const { answers, group } = ballot;
  const scope = scopes[group];
  if (ballot.voided || answers.kind !== "nominate" || scope === undefined) return "void";
  if (ballot.channel !== (group === "leaders" ? "paper" : "web")) return "void";
  if (new Set(answers.nominations.map(({ unit }) => unit)).size > 10) return "void";
  const counting = answers.nominations.filter((nomination) => {
    const section = units.find((unit) => unit.id === nomination.unit);
    const date = nomination.case?.date;
    const saysWhat =
      nomination.problems.length > 0 && nomination.problems.every((it) => problems.includes(it));
    const inScope = scope === "every-section" || section?.tags.some((tag) => scope.includes(tag));
    return section && saysWhat && date !== undefined && date >= "2024-01-01" && inScope;
  });
  // A section named twice is named.
  const sections = [...new Set(counting.map((nomination) => nomination.unit))];
  return sections.length === 0 ? "void" : sections;
}

/** `drawn` are the ballots of the public that the lot fell on. */
export function yanshan(county: County, drawn: ReadonlySet<string>): Verdict {
  const counted = county.ballots
    .filter((ballot) => ballot.group !== "public" || drawn.has(ballot.id))
    .flatMap((ballot) => {
      const sections = named(ballot, county.units);
      return sections === "void" ? [] : sections;
    });
  const votes = new Map<string, Ratio>(
    county.units.flatMap(({ id }) => {
      const matters = factsOf(county.entries, {
        ledger: "matters",
        unit: id,
        window: county.window,
      });
      const ballots = counted.filter((section) => section === id);
      // No vote counted in the whole county and nothing reported of this section: that is not a zero.
      if (counted.length + matters.length === 0) return [];
      return [[id, ratio(BigInt(ballots.length + matters.length))] as const];
    }),
  );
  const units: Record<string, UnitVerdict> = {};
  for (const { id } of county.units) {
    units[id] = {
      standing: "appraised",
      figures: { votes: shown(votes.get(id)) },
      counts: { votes: Number(votes.get(id)?.over ?? 0n) },
      total: null,
      rank: rankOf(id, votes, "lowest"),
      lists: [],
      flags: votes.has(id) ? [] : ["votes:no_ballots"],
    };
  }
  const howMany = county.decisions.find((decision) => decision.kind === "award-count")?.count;
  const carded = howMany === undefined ? undefined : take(votes, "highest", howMany);
  const awards = {
    "yellow-card": {
      holders: (carded?.units ?? []).map((unit) => `unit ${unit} (${unit})`),
      tied: carded?.tied ?? false,
      state: carded ? ("confirmed" as const) : ("proposed" as const),
    },
  };
  return { units, lists: {}, tiedLists: [], awards, marks: {} };
}
