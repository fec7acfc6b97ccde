import type { Shortlist } from "../../../../sdk/index.ts";
import { randomOf } from "../../random.ts";
import { dayOf } from "../days.ts";
import { pick, qualityOf } from "../quality.ts";
import type { GivenBallot } from "../script.ts";
import type { Year } from "./document.ts";

/** Invited: 65 of a hundred are people served. */
const shareServed = 0.65;
const marks = 10;
/** One in so many voters did not manage the web and handed in a sheet: it is kept, and does not count. */
const paperOneIn = 45;

/** Online votes: exactly ten satisfied and ten dissatisfied among the units of both lists. */
export function votesOn(
  lists: Shortlist["lists"],
  { voters, year }: { voters: number; year: Year },
): GivenBallot[] {
  const listed = lists.flatMap(({ units }) => units);
  const random = randomOf(`online vote of ${year}`);
  const day = dayOf({ from: `${year}-11-11`, to: `${year}-11-30` });
  return Array.from({ length: voters }, (_, index): GivenBallot => {
    const best = pick(listed, marks, (unit) => qualityOf(unit) ** 5, random);
    const rest = listed.filter((unit) => !best.includes(unit));
    const worst = pick(rest, marks, (unit) => (1.05 - qualityOf(unit)) ** 4, random);
    const paper = index % paperOneIn === paperOneIn - 1;
    return {
      instrument: "vote",
      group: index < voters * shareServed ? "voters-served" : "voters-delegates",
      channel: paper ? "paper" : "web",
      on: day(random),
      answers: { kind: "best-and-worst", best: paper ? best.slice(1) : best, worst },
    };
  });
}
