import type { Programme } from "../../../../schema/programme.ts";
import { type Random, randomOf } from "../../random.ts";
import { dayOf } from "../days.ts";
import { qualityOf } from "../quality.ts";
import type { GivenBallot } from "../script.ts";

export interface Handout {
  sheets: number;
  /** How many go to one office before the next gets any. */
  together: number;
}

interface Line {
  id: string;
  points: number;
}

/** One sheet in so many comes back with a line left blank; it is kept, and does not count. */
const blankOneIn = 150;

/** Filled-in sheets of every group. */
export function sheetsOf(
  programme: Programme,
  offices: readonly string[],
  handouts: Readonly<Record<string, Handout>>,
  span: { from: string; to: string },
): GivenBallot[] {
  const lines = linesOf(programme);
  const day = dayOf(span);
  return Object.entries(handouts).flatMap(([group, { sheets, together }]) => {
    const random = randomOf(`sheets of ${group}`);
    return Array.from({ length: sheets }, (_, index): GivenBallot => {
      const unit = offices[Math.floor(index / together) % offices.length] ?? "";
      const blank = together === 1 && index % blankOneIn === blankOneIn - 1;
      const filledIn = blank ? lines.slice(0, -1) : lines;
      const points = marks(filledIn, qualityOf(unit), random);
      return {
        instrument: "sheet",
        group,
        channel: "paper",
        on: day(random),
        answers: { kind: "sheet", unit, points },
      };
    });
  });
}

function linesOf({ instruments }: Programme): Line[] {
  return instruments.flatMap((form) =>
    form.kind === "sheet"
      ? form.rules.flatMap(({ indicators }) => indicators.flatMap((it) => it.parts ?? [it]))
      : [],
  );
}

/** Half points, around what the office is worth and what sort of a marker this person is. */
function marks(lines: readonly Line[], quality: number, random: Random): Record<string, number> {
  const kindness = 0.2 * (random.next() - 0.5);
  return Object.fromEntries(
    lines.map(({ id, points }) => {
      const share = 0.45 + 0.5 * quality + kindness + 0.3 * (random.next() - 0.5);
      const most = Math.floor(points * 2);
      return [id, Math.max(0, Math.min(most, Math.round(share * points * 2))) / 2];
    }),
  );
}
