import type { Decision, PastRound, UnitSnapshot } from "../../../../api/domain/model.ts";
import type { Ballot, County } from "../county.ts";
import { beforeTheVote, pastYears, pingyang, type Shortlist, type Sizes } from "../pingyang.ts";
import { isExempt } from "../pingyang-daily.ts";
import { type Fact, numbered } from "./entries.ts";
import type { Luck } from "./luck.ts";

export interface PingyangYear {
  county: County;
  history: PastRound[];
}

function unit(id: string, system: string, chance: Luck): UnitSnapshot {
  const managedBy = chance.pick(["agency", "agency", "township", "dual"]);
  return {
    id,
    agency: `a-${chance.int(1, 5)}`,
    pool: chance.pick(["midlevel", "approval", "enforcement"]),
    tags: [],
    system,
    managedBy,
    ...(managedBy === "agency" ? {} : { township: `t-${chance.int(1, 3)}` }),
  };
}

/** Two earlier years; now and then nobody was there before. */
function history(units: readonly UnitSnapshot[], sizes: Sizes, chance: Luck): PastRound[] {
  const ids = units.map((it) => it.id);
  const beloved = chance.some(ids, 3);
  const unloved = chance.some(
    ids.filter((id) => !beloved.includes(id)),
    chance.int(0, sizes.awarded),
  );
  return chance.times(chance.pick([0, 1, 2, 2, 3]), (index) => ({
    round: `y${index}`,
    awards: [
      ...chance.some(beloved, chance.int(1, 3)).map((id) => ({ award: "satisfied", unit: id })),
      ...unloved.map((id) => ({ award: "dissatisfied", unit: id })),
      ...unloved.slice(0, sizes.ends).map((id) => ({ award: "most-dissatisfied", unit: id })),
    ],
    runs: [],
    volumes: {},
  }));
}

/** Votes of one half: nobody, a few, or close to the thirty that make a sample. */
function asked(
  subject: UnitSnapshot,
  on: string,
  chance: Luck,
  loved: ReadonlySet<string>,
  plain: boolean,
): Omit<Ballot, "id">[] {
  const count = plain ? 4 : chance.pick([0, 1, 1, 2, 2, 3, 5, 5, 29, 30]);
  const anyMood = chance.pick(["satisfied", "satisfied", "mixed", "dissatisfied"]);
  const mood = loved.has(subject.id) || plain ? "satisfied" : anyMood;
  return chance.times(count, () => ({
    group: chance.oneIn(8) ? "case-parties" : "service-objects",
    channel: chance.oneIn(40) ? "letter" : chance.pick(["phone", "sms"]),
    on: chance.oneIn(40) ? "2020-04-20" : on,
    ...(chance.oneIn(40) ? { voided: true } : {}),
    answers: {
      kind: "levels",
      unit: subject.id,
      level: mood === "mixed" ? chance.pick(["satisfied", "basically", "dissatisfied"]) : mood,
    },
  }));
}

const deductions = [
  ["complaints", "style", [3, 4, 5], ""],
  ["complaints", "late-reply", [1], "co-handler"],
  ["complaints", "contact-change", [1], "co-handler"],
  ["complaints", "shirking", [2], "co-handler"],
  ["complaints", "poor-quality", [3, 4.5, 5], "co-handler"],
  ["complaints", "urgent-ignored", [5], "co-handler"],
  ["online-complaints", "valid-complaint", [1], ""],
  ["online-complaints", "valid-complaint", [1], ""],
  ["inspection", "county-finding", [1], "serious"],
  ["inspection", "city-finding", [2], "serious"],
  ["inspection", "verified-complaint", [1], "serious"],
  ["inspection", "case-head", [20], ""],
  ["inspection", "case-deputy", [10], ""],
  ["inspection", "earlier-staff", [3], ""],
  ["commendations", "national", [5], ""],
  ["commendations", "municipal", [1], ""],
  ["commendations", "example-second", [2], ""],
  ["commendations", "epidemic-second", [3], ""],
] as const;

function facts(subject: UnitSnapshot, chance: Luck): Fact[] {
  const count = chance.pick([0, 0, 0, 1, 2, 9]);
  return chance.times(count, () => {
    const [ledger, entry, points, modifier] = chance.pick(deductions);
    return {
      ledger,
      unit: subject.id,
      entry,
      points: chance.some(points, 1)[0] ?? 1,
      modifiers: modifier !== "" && chance.oneIn(3) ? [modifier] : [],
      on: chance.pick([
        "2019-11-30",
        "2019-12-01",
        "2020-02-29",
        "2020-03-01",
        "2020-07-15",
        "2020-11-30",
        "2020-12-01",
      ]),
      ...(ledger === "commendations" && chance.oneIn(2)
        ? { deed: `deed-${chance.int(1, 2)}` }
        : {}),
    };
  });
}

function marks(subject: UnitSnapshot, plain: boolean, chance: Luck): Fact[] {
  const assessors = [
    ...(subject.managedBy === "township" ? [] : ["agency"]),
    ...(subject.managedBy === "agency" ? [] : ["township"]),
  ];
  return assessors
    .filter(() => !chance.oneIn(20))
    .map((assessor) => ({
      ledger: "supervisors",
      unit: subject.id,
      assessor,
      points: plain ? 3.8 : chance.pick([4.6, 3.8, 3.8, 4, 5, 2.9, 0]),
      on: "2020-11-05",
    }));
}

/** Health and financial units are named by their own systems, never more than there are places. */
function nominations(
  units: readonly UnitSnapshot[],
  past: readonly PastRound[],
  sizes: Sizes,
  chance: Luck,
): Decision[] {
  const carried = (past[past.length - 1]?.awards ?? [])
    .filter((award) => award.award === "dissatisfied")
    .map((award) => award.unit);
  return (["health", "financial"] as const).flatMap((system) => {
    const own = units.filter((it) => it.system === system && !isExempt(it.id, past));
    const onList = own.filter((it) => carried.includes(it.id)).length;
    const free = chance.some(
      own.filter((it) => !carried.includes(it.id)).map((it) => it.id),
      Number.POSITIVE_INFINITY,
    );
    const top = free.slice(0, chance.int(0, sizes.places[system]));
    const places = Math.max(0, sizes.places[system] - onList);
    const bottom = free.slice(top.length).slice(0, chance.int(0, places));
    const name = (list: string, named: string[]): Decision => ({
      id: `${system}-${list}`,
      kind: "name-to-list",
      about: list,
      units: named,
      role: `Office of the ${system} system`,
      reason: "The system's own list.",
    });
    return [
      ...(top.length > 0 ? [name("top", top)] : []),
      ...(bottom.length > 0 ? [name("bottom", bottom)] : []),
    ];
  });
}

function vote(
  lists: Shortlist,
  everyone: readonly string[],
  sizes: Sizes,
  chance: Luck,
): Omit<Ballot, "id"> {
  const from = chance.oneIn(12) ? everyone : [...lists.top, ...lists.bottom];
  const marked = chance.some(from, sizes.marks * 2 + (chance.oneIn(12) ? 1 : 0));
  const best = marked.slice(0, sizes.marks);
  const worst = marked.slice(sizes.marks);
  const twice = best[0];
  return {
    group: chance.pick(["voters-served", "voters-delegates"]),
    channel: chance.oneIn(30) ? "paper" : "web",
    on: "2020-11-20",
    ...(chance.oneIn(20) ? { voided: true } : {}),
    answers: {
      kind: "best-and-worst",
      best,
      worst: twice !== undefined && chance.oneIn(15) ? [twice, ...worst.slice(1)] : worst,
    },
  };
}

/** What the committee says: often nothing, sometimes yes, sometimes with one unit less. */
function committee(year: PingyangYear, sizes: Sizes, chance: Luck): Decision[] {
  const proposed = pingyang(year.county, year.history, sizes).awards;
  return (["satisfied", "dissatisfied"] as const).flatMap((award) => {
    const say = chance.pick(["nothing", "yes", "names"]);
    if (say === "nothing") return [];
    const units = (proposed[award]?.holders ?? []).map((holder) => holder.split(" ")[1] ?? "");
    return [
      {
        id: `confirm-${award}`,
        kind: "confirm-award" as const,
        about: award,
        role: "Committee",
        reason: "Confirmed in session.",
        ...(say === "names" ? { units: units.slice(chance.int(0, 1)) } : {}),
      },
    ];
  });
}

type Counts = Record<"general" | "health" | "financial", number>;

function randomUnits(chance: Luck, counts: Counts): UnitSnapshot[] {
  return (["general", "health", "financial"] as const).flatMap((system) =>
    chance.times(counts[system], (index) => unit(`${system}-${index}`, system, chance)),
  );
}

/** A year after invented earlier ones. */
export function randomYear(chance: Luck, sizes: Sizes, counts: Counts): PingyangYear {
  const units = randomUnits(chance, counts);
  return yearOf(units, history(units, sizes, chance), sizes, chance);
}

/** Several years of the same units, each after the outcome of those before it. */
export function randomYears(chance: Luck, sizes: Sizes, counts: Counts, years: number): County[] {
  const units = randomUnits(chance, counts);
  const loved = new Set(chance.some(units.slice(0, counts.general), 2).map((it) => it.id));
  const rounds: County[] = [];
  for (let year = 0; year < years; year += 1) {
    const past = pastYears(rounds, sizes);
    rounds.push(yearOf(units, past, sizes, chance, loved).county);
  }
  return rounds;
}

/** First the daily part and its shortlist, then the vote on it, then the committee. */
function yearOf(
  units: readonly UnitSnapshot[],
  past: PastRound[],
  sizes: Sizes,
  chance: Luck,
  loved: ReadonlySet<string> = new Set(),
): PingyangYear {
  // In a plain year nearly all units come out alike, and ties lie across every cut.
  const plain = chance.oneIn(3);
  const hasFacts = (it: UnitSnapshot) => !loved.has(it.id) && (!plain || chance.oneIn(4));
  const everyday = units.flatMap((it) => [
    ...asked(it, chance.pick(["2020-04-21", "2020-07-31"]), chance, loved, plain),
    ...asked(it, chance.pick(["2020-08-01", "2020-11-10"]), chance, loved, plain),
  ]);
  const county: County = {
    units: [...units],
    ballots: everyday.map((ballot, index) => ({ ...ballot, id: `b${index}` })),
    entries: numbered(
      units.flatMap((it) => [
        ...(hasFacts(it) ? facts(it, chance) : []),
        ...marks(it, plain, chance),
      ]),
      chance,
    ),
    decisions: nominations(units, past, sizes, chance),
    volumes: {},
    window: { from: "2020-04-21", to: "2020-12-10" },
  };
  const { lists } = beforeTheVote(county, past, sizes);
  const ids = units.map((it) => it.id);
  const votes = chance.times(chance.pick([0, 1, 4, 8]), (index) => ({
    ...vote(lists, ids, sizes, chance),
    id: `v${index}`,
  }));
  county.ballots = [...county.ballots, ...votes];
  county.decisions = [...county.decisions, ...committee({ county, history: past }, sizes, chance)];
  return { county, history: past };
}
