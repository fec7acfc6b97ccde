import { type KioskError, ownError } from "./error.ts";
import { refusalOf } from "./server.ts";
import type { Entry, KioskStorage } from "./storage.ts";
import type { ServerTime } from "./time.ts";

const holdMs = 15 * 60_000;

/** A ballot as the contract has it. The time of rating is fixed with the first attempt. */
export function ballotOf(entry: Entry) {
  const { serial, programme, instrument, ratedAt, number, answers, visit = entry.code } = entry;
  return { serial, programme, instrument, ratedAt, number, answers, ...(visit && { visit }) };
}

/** Fixes what will be sent, durably, before it is sent: from now on every attempt is the same ballot. */
export async function fix(
  entries: Entry[],
  time: ServerTime,
  storage: KioskStorage,
): Promise<Entry[]> {
  const fixed = entries.map((entry) => ({
    ...entry,
    ratedAt: entry.ratedAt ?? time.ratedAt(entry),
  }));
  if (entries.some(({ ratedAt }) => ratedAt === undefined)) await storage.replace(fixed);
  return fixed;
}

/** What the server made of each ballot. Refusals of one answer never touch another. */
export async function settle(
  entries: readonly Entry[],
  results: unknown[],
  now: number,
  storage: KioskStorage,
): Promise<KioskError | undefined> {
  const recorded: number[] = [];
  const changed: Entry[] = [];
  let again: KioskError | undefined;
  let last: KioskError | undefined;
  for (const [index, entry] of entries.entries()) {
    const { receipt, problem, status } = Object(results[index]);
    if (Object(receipt).serial === entry.serial) {
      recorded.push(entry.position);
      continue;
    }
    const error = problem ? refusalOf(problem, status) : ownError("no_answer");
    if (error.code === "visit_already_rated" && entry.code !== undefined) {
      changed.push(withoutCode(entry));
      continue;
    }
    last = error;
    if (error.status === 0 || error.status === 429 || error.status >= 500) again = error;
    else changed.push(refuse(entry, error, now));
  }
  // First what is refused is written down, then what is recorded is forgotten: a power cut between them loses nothing.
  if (changed.length > 0) await storage.replace(changed);
  await storage.remove(recorded);
  if (again) throw again;
  return last;
}

/**
 * The code was used on a phone before somebody pressed here: that was another visit, and this one has no reference. The refusal
 * says that nothing is recorded under this serial, so that the ballot may change; it goes again at once.
 */
function withoutCode({ code: _, ...entry }: Entry): Entry {
  return entry;
}

/** For ever refused: set apart. Otherwise held for a while, since somebody has to do something first. */
export function refuse(entry: Entry, { code, message, retry }: KioskError, now: number): Entry {
  return retry === "never"
    ? { ...entry, refused: { code, message } }
    : { ...entry, heldUntil: now + holdMs };
}
