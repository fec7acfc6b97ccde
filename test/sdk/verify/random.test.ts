import { expect, test } from "vitest";
import type { Programme } from "../../../schema/programme.ts";
import { type PublishedRelease, verify } from "../../../sdk/verify/index.ts";
import { luck } from "../../domain/oracle/random/luck.ts";
import { county } from "../../domain/support/counties.ts";
import { checksOf } from "./support/checks.ts";
import { randomFigures, releaseOf } from "./support/release.ts";

/** More behind an environment variable. */
const runs = Number(process.env.WANPING_VERIFY_RUNS ?? 12);
const patience = 30_000 + 2000 * runs;
const seeds = Array.from({ length: runs }, (_, index) => index + 1);

/** Few places, so that small counties reach every rule. */
function withFewPlaces(programme: Programme): Programme {
  const { shortlist } = programme;
  const places = shortlist?.places.map((one) => ({ ...one, each: 2 }));
  return {
    ...programme,
    ...(shortlist && places && { shortlist: { ...shortlist, places } }),
    awards: programme.awards.map((award) =>
      award.kind === "take" && award.places.from === 1
        ? { ...award, places: { from: 1, to: Math.min(2, award.places.to) } }
        : award,
    ),
  };
}

const programmes = [
  "dianjiang-dianping",
  "neixiang-per-visit",
  "pingyang-thousand",
  "yanshan-hard-to-deal",
  "haifeng-ten-thousand",
].map((id): [string, Programme] => [id, withFewPlaces(county(id))]);

test.each(programmes)(
  "%s: where nothing is hidden, every figure is identical",
  (_, programme) => {
    for (const seed of seeds) {
      const release = releaseOf(programme, randomFigures(programme, "plenty", seed));
      const open = checksOf(verify(release)).filter(({ verdict }) => verdict !== "identical");
      const unexplained = open.filter(
        ({ reason }) => !["channels_not_published", "fixed_for_the_vote"].includes(reason ?? ""),
      );
      expect({ seed, unexplained }).toEqual({ seed, unexplained: [] });
    }
  },
  patience,
);

test.each(programmes)(
  "%s: whatever is hidden, no figure of an honest release is called different",
  (_, programme) => {
    const counts = { identical: 0, withheld: 0 };
    for (const seed of seeds) {
      const release = releaseOf(programme, randomFigures(programme, "patchy", seed));
      const verification = verify(release);
      const wrong = checksOf(verification).filter(({ verdict }) => verdict === "different");
      expect({ seed, wrong }).toEqual({ seed, wrong: [] });
      counts.identical += verification.counts.identical;
      counts.withheld += verification.counts.withheld;
    }
    expect(Math.min(counts.identical, counts.withheld)).toBeGreaterThan(runs);
  },
  patience,
);

test.each(programmes)(
  "%s: a figure that was changed is never called identical, whatever is hidden",
  (_, programme) => {
    let noticed = 0;
    for (const seed of seeds) {
      const turnout = seed % 2 === 0 ? "plenty" : "patchy";
      const release = releaseOf(programme, randomFigures(programme, turnout, seed));
      const changed = changeOne(release, seed);
      if (!changed) continue;
      const check = checksOf(verify(changed.release)).find(
        ({ unit, figure }) => unit === changed.unit && figure === changed.figure,
      );
      expect({ seed, check }).not.toMatchObject({ check: { verdict: "identical" } });
      if (check?.verdict === "different") noticed += 1;
    }
    expect(noticed).toBeGreaterThan(runs / 4);
  },
  patience,
);

/** Adds to one shown figure of a unit what no rounding explains. */
function changeOne(release: PublishedRelease, seed: number) {
  const chance = luck(seed);
  const units = structuredClone(release.units);
  const figures = units.flatMap(({ unit, n, total, rank, components, statistics, distributions }) =>
    [
      { name: "n", figure: n },
      { name: "total", figure: total },
      { name: "rank", figure: rank },
      ...components.map(({ id, figure }) => ({ name: `components/${id}`, figure })),
      ...statistics.map(({ id, figure }) => ({ name: `statistics/${id}`, figure })),
      ...distributions.flatMap(({ id, answers }) =>
        answers.map(({ answer, count }) => ({
          name: `distributions/${id}/${answer}/count`,
          figure: count,
        })),
      ),
    ].flatMap(({ name, figure }) => (figure.value === undefined ? [] : [{ unit, name, figure }])),
  );
  const [one] = chance.some(figures, 1);
  if (one?.figure.value === undefined) return undefined;
  one.figure.value += one.name === "rank" || one.name.endsWith("count") ? 1 : 0.01;
  return { release: { ...release, units }, unit: one.unit, figure: one.name };
}
