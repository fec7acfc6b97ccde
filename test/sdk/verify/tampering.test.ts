import { expect, test } from "vitest";
import { type PublishedRelease, verify } from "../../../sdk/verify/index.ts";
import { county } from "../../domain/support/counties.ts";
import { differing } from "./support/checks.ts";
import { randomFigures, releaseOf } from "./support/release.ts";

const haifeng = () => honest("haifeng-ten-thousand");
const pingyang = () => honest("pingyang-thousand");

/** A release in which nothing is hidden and everything agrees. */
function honest(id: string): PublishedRelease {
  const programme = county(id);
  const release = structuredClone(releaseOf(programme, randomFigures(programme, "plenty", 7)));
  expect(differing(verify(release))).toEqual([]);
  return release;
}

function unitOf({ units }: PublishedRelease, at = 0) {
  const unit = units[at];
  if (!unit) throw new Error("no such unit");
  return unit;
}

test("one counter more points to the components, totals and statistics that rest on it", () => {
  const release = haifeng();
  const { unit } = unitOf(release);
  const cell = release.tallies.find((one) => one.unit === unit && one.question === "total");
  if (cell?.sum.value === undefined) throw new Error("no sheets");
  cell.sum.value += 100;
  const found = differing(verify(release));
  expect(found).toContain(`${unit} components/sheet-score`);
  expect(found).toContain(`${unit} total`);
  expect(found.every((one) => one.startsWith(`${unit} `) || /rank|awards/.test(one))).toBe(true);
});

test("a counter that is left out is not taken for a secret: what it should support differs", () => {
  const release = haifeng();
  const { unit } = unitOf(release);
  const tallies = release.tallies.filter((cell) => cell.unit !== unit);
  const found = verify({ ...release, tallies });
  const checks = found.units.find((one) => one.unit === unit)?.checks;
  expect(checks).toContainEqual(
    expect.objectContaining({
      figure: "components/sheet-score",
      verdict: "different",
      reason: "ballots_not_published",
    }),
  );
});

test("one ledger point more points to the component and the total of its unit", () => {
  const release = pingyang();
  const marks = release.inputs.entries.filter(({ ledger }) => ledger === "supervisors");
  const cancelled = new Set(marks.map(({ cancels }) => cancels));
  const mark = marks.find(({ id, cancels }) => cancels === undefined && !cancelled.has(id));
  if (!mark) throw new Error("no mark");
  mark.points += 0.5;
  const found = differing(verify(release));
  expect(found).toContain(`${mark.unit} components/supervising-agency`);
  const others = found.filter((one) => one.includes("components/") && !one.startsWith(mark.unit));
  expect(others).toEqual([]);
});

test("a sum of a ledger that tells no entries is held against the figures like any entry", () => {
  const release = pingyang();
  const [total] = release.inputs.totals;
  if (!total) throw new Error("no sum");
  const [first, ...rest] = release.inputs.totals;
  const totals = first ? [{ ...first, points: first.points + 1 }, ...rest] : [];
  const changed = { ...release, inputs: { ...release.inputs, totals } };
  expect(differing(verify(changed))).toContain(`${total.unit} components/inspections`);
});

test("a changed rank differs, and nothing else does", () => {
  const release = haifeng();
  const unit = unitOf(release);
  if (unit.rank.value === undefined) throw new Error("no rank");
  unit.rank.value += 1;
  expect(differing(verify(release))).toEqual([`${unit.unit} rank`]);
});

test("with a hidden unit, a rank that contradicts the order of the figures still differs", () => {
  const programme = county("dianjiang-dianping");
  const figures = randomFigures(programme, "plenty", 3);
  const [hidden] = figures.units;
  const cells = figures.cells.filter(({ unit }) => unit !== hidden?.id);
  const release = structuredClone(releaseOf(programme, { ...figures, cells }));
  const honestly = verify(release);
  expect(differing(honestly)).toEqual([]);
  const ranked = release.units.filter(({ rank }) => rank.status === "shown");
  const first = ranked.find(({ rank }) => rank.value === 1) ?? ranked[0];
  if (!first) throw new Error("nobody is ranked");
  first.rank.value = release.units.length;
  expect(differing(verify(release))).toEqual([`${first.unit} rank`]);
});

test("an award that was given to another unit differs, and nothing else does", () => {
  const release = haifeng();
  const award = release.summary.awards.find(({ holders }) => holders.length > 0);
  const [holder] = award?.holders ?? [];
  if (!award || !holder) throw new Error("no award");
  const other = release.units.find(
    ({ unit, awards }) => unit !== holder.id && !awards.includes(award.id),
  );
  const awards = release.summary.awards.map((one) =>
    one === award
      ? { ...one, holders: [{ ...holder, id: other?.unit ?? "nobody" }, ...one.holders.slice(1)] }
      : one,
  );
  const found = differing(verify({ ...release, summary: { ...release.summary, awards } }));
  expect(found).toEqual([`awards/${award.id}/holders`]);
});

test("with a hidden unit, an award of somebody who cannot hold it differs", () => {
  const programme = county("haifeng-ten-thousand");
  const figures = randomFigures(programme, "plenty", 9);
  const [hidden] = figures.units;
  const cells = figures.cells.filter(({ unit }) => unit !== hidden?.id);
  const places = programme.awards.map((award) =>
    award.kind === "take" ? { ...award, places: { from: 1, to: 1 } } : award,
  );
  // Without a decision the award would rest on the hidden unit; confirmed, it is announced.
  const decisions = places.map(({ id }) => ({
    id: `confirm-${id}`,
    kind: "confirm-award" as const,
    about: id,
    role: "Committee",
    reason: "As computed.",
  }));
  const rules = { ...programme, awards: places };
  const release = structuredClone(releaseOf(rules, { ...figures, cells, decisions }));
  expect(differing(verify(release))).toEqual([]);
  const best = rules.awards.find((award) => award.kind === "take" && award.end === "best")?.id;
  const ranks = release.units.flatMap(({ unit, rank, awards }) =>
    rank.value === undefined || awards.includes(best ?? "") ? [] : [{ unit, rank: rank.value }],
  );
  const last = ranks.sort((left, right) => right.rank - left.rank)[0]?.unit;
  const units = release.units.map((unit) =>
    unit.unit === last ? { ...unit, awards: [...unit.awards, best ?? ""] } : unit,
  );
  const awards = release.summary.awards.map((award) =>
    award.id === best
      ? { ...award, holders: [...award.holders, { recipient: "unit", id: last ?? "" }] }
      : award,
  );
  const summary = { ...release.summary, awards };
  expect(differing(verify({ ...release, units, summary }))).toEqual([
    `awards/${best}/holders`,
    `${last} awards`,
  ]);
});

test("a unit that is missing from the result, or from the round, is found", () => {
  const release = haifeng();
  const { unit } = unitOf(release);
  const without = { ...release, units: release.units.slice(1) };
  expect(differing(verify(without))).toContain(unit);
  const foreign = { ...unitOf(release), unit: "u-99" };
  expect(differing(verify({ ...release, units: [...release.units, foreign] }))).toEqual(["u-99"]);
});

test("a figure that is hidden although nothing asks for it differs", () => {
  const release = haifeng();
  const unit = unitOf(release);
  unit.total = { status: "withheld", reason: "rests_on_withheld" };
  expect(differing(verify(release))).toEqual([`${unit.unit} total`]);
});

test("a stated mean is used only where units are hidden, and then a changed figure still differs", () => {
  const programme = county("pingyang-thousand");
  const figures = randomFigures(programme, "plenty", 11);
  const stream = "first-half";
  // Three units without a ballot are hidden; the others are small samples of ten to twenty-nine.
  const small = figures.units.slice(0, 3).map(({ id }) => id);
  const cells = figures.cells
    .filter((cell) => !(cell.stream === stream && small.includes(cell.unit)))
    .map((cell) =>
      cell.stream === stream && !small.includes(cell.unit)
        ? { ...cell, count: Math.ceil(cell.count / 2) }
        : cell,
    );
  const release = structuredClone(releaseOf(programme, { ...figures, cells }));
  expect(release.inputs.means?.map(({ component }) => component)).toContain(
    "satisfaction-half-year",
  );
  const honestly = verify(release);
  expect(differing(honestly)).toEqual([]);
  const filled = release.units.find(({ components }) =>
    components.some(
      ({ id, flags, figure }) =>
        id === "satisfaction-half-year" &&
        flags.includes("small_sample") &&
        figure.status === "shown",
    ),
  );
  const component = filled?.components.find(({ id }) => id === "satisfaction-half-year");
  if (!filled || component?.figure.value === undefined) throw new Error("no small sample");
  const check = honestly.units
    .find(({ unit }) => unit === filled.unit)
    ?.checks.find(({ figure }) => figure === "components/satisfaction-half-year");
  expect(check?.verdict).toBe("identical");
  component.figure.value += 0.001;
  expect(differing(verify(release))).toContain(`${filled.unit} components/satisfaction-half-year`);
});
