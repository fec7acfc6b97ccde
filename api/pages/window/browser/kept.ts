import type { Answers, Instrument } from "../../../../sdk/kiosk/index.ts";
import { newSerial } from "../../../../sdk/serial.ts";

/** What a code is for, as the server told it. */
export interface Form {
  unit: string;
  unitName: string;
  visitedOn: string;
  instrument: Instrument;
}

export interface Receipt {
  serial: string;
  round: string;
  state: string;
  commitment: string;
}

/** What this tab knows of its code, and how far its rating has come. */
export interface Kept {
  token: string;
  /** Made once for a code: however often the rating is sent, it counts once. */
  serial: string;
  form?: Form;
  /** Sent, or tried to send; from then on they stay as they are. */
  answers?: Answers;
  /** An attempt got no answer: nobody knows whether it arrived. */
  unanswered?: true;
  /** Recorded; what was answered is forgotten. */
  receipt?: Receipt;
  /** Refused for ever, by the problem's code. */
  refused?: string;
}

const place = "wanping-window";
const unsentPlace = "wanping-window-unsent";

/**
 * The code of the address, else the one that this tab had before it was loaded anew. A code that could be kept leaves the
 * address, so that it stays in no history; where a browser keeps nothing, it stays there, for a reload.
 */
export function recall(): Kept | undefined {
  const token = location.hash.slice(1);
  const [before] = read(place);
  if (token === "" || token === before?.token) {
    clearAddress();
    return before;
  }
  if (before?.answers) write(unsentPlace, [...unsent(), before]);
  const kept = { token, serial: newSerial() };
  if (keep(kept)) clearAddress();
  return kept;
}

/** Survives a reload, and ends with the tab. Answers whether the browser does keep it. */
export function keep(kept: Kept): boolean {
  return write(place, [kept]);
}

/** Ratings of earlier codes in this tab that no server has confirmed: another code must not push them out. */
export function unsent(): Kept[] {
  return read(unsentPlace);
}

export function forgetUnsent({ serial }: Kept): void {
  write(
    unsentPlace,
    unsent().filter((kept) => kept.serial !== serial),
  );
}

function write(where: string, list: Kept[]): boolean {
  try {
    sessionStorage.setItem(where, JSON.stringify(list));
    return true;
  } catch (_) {
    return false;
  }
}

function read(where: string): Kept[] {
  try {
    return JSON.parse(sessionStorage.getItem(where) ?? "[]");
  } catch (_) {
    return [];
  }
}

function clearAddress(): void {
  if (location.hash !== "") history.replaceState(null, "", location.pathname + location.search);
}
