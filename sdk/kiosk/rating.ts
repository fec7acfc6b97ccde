import { ownError } from "./error.ts";
import type { Answers, Assignment, Configuration, Entry } from "./storage.ts";

/** What a person pressed. The unit may be left out where the device rates only one. */
export interface Rating {
  unit?: string;
  level: string;
  reasons?: string[];
  questions?: Record<string, string>;
  /** Reference of the visit, where there is one. */
  visit?: string;
  /** Where there is none: `visit` of the code that this person was shown, which ends with this rating. */
  code?: string;
}

/** Under which assignment a unit is rated now. */
export function assignmentOf(
  { assignments }: Configuration,
  unit: string | undefined,
  now: number,
): Assignment {
  // A day to and fro: the server, which knows the county's time zone, has the last word.
  const day = 86_400_000;
  const [before, after] = [-day, day].map((ms) => new Date(now + ms).toISOString().slice(0, 10));
  const found = assignments.filter(
    ({ unit: id, from, until }) =>
      (unit === undefined || id === unit) &&
      from <= (after ?? "") &&
      (until === undefined || until >= (before ?? "")),
  );
  const [assignment] = found;
  if (!assignment || (unit === undefined && found.length > 1)) throw ownError("no_assignment");
  return assignment;
}

/** What makes the visit unique: its reference, else the code's. */
export function visitOf({ visit, code }: Rating): Pick<Entry, "visit" | "code"> {
  if (visit !== undefined) return { visit };
  return code === undefined ? {} : { code };
}

/** A rating as a ballot says it. */
export function answersOf({ level, reasons, questions }: Rating, unit: string): Answers {
  return {
    kind: "levels",
    unit,
    level,
    ...(reasons && reasons.length > 0 && { reasons }),
    ...(questions && { questions }),
  };
}
