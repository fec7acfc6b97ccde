import type { ProblemCode } from "../../schema/contract/problems.ts";
import {
  asksForToken,
  carriesBallots,
  confirmedBy,
  type Exchange,
  isHeartbeat,
} from "./exchange.ts";

export interface Words {
  zh: string;
  en: string;
}

/** What a phase does to a request instead of letting it pass. */
export type Fault =
  /** The line is cut before the service has the request, or after. */
  | { kind: "cut before" | "cut after" }
  /** A network's login page, with status 200. */
  | { kind: "page" }
  | { kind: "answer"; code: ProblemCode; retryAfter?: "seconds" | "date" }
  /** The first ballots of the phase are refused, each by its code; the service gets the others. */
  | { kind: "refuse"; codes: ProblemCode[] }
  /** The request is refused as a whole as long as the first ballot of the phase is in it. */
  | { kind: "refuse whole"; code: ProblemCode };

export interface Moment {
  path: string;
  /** Requests of this phase so far. */
  before: readonly Exchange[];
  /** Whether the tester has pressed Enter. */
  resumed: boolean;
}

export interface Phase {
  id: string;
  /** What the tester does. */
  todo: Words;
  /** How many ratings the tester makes. */
  ratings: number;
  /** Of these, how many the server records. */
  recorded: number;
  /** Whether the trial waits for the tester to press Enter. */
  pauses?: boolean;
  fault?: (moment: Moment) => Fault | undefined;
  /** When the phase is over, beside its ratings being recorded. */
  over?: (exchanges: readonly Exchange[]) => boolean;
}

/** How far the trial's clock is ahead of the real one: a device that does not set its clock by the server's is found out. */
export const clockAheadMs = 2 * 3_600_000;
export const retryAfterSeconds = 3;
export const failures = 5;

const ballots = (path: string) => carriesBallots({ path });

/** The fault, for the first requests of their kind in the phase. */
function first(fault: Fault, applies: (path: string) => boolean, times = 1): Phase["fault"] {
  return ({ path, before }) =>
    applies(path) && before.filter((earlier) => applies(earlier.path)).length < times
      ? fault
      : undefined;
}

const succeeded = (exchanges: readonly Exchange[], is: (exchange: Exchange) => boolean) =>
  exchanges.some((exchange) => is(exchange) && exchange.status >= 200 && exchange.status < 300);
const isEnrolment = ({ path }: Pick<Exchange, "path">) => path === "/v1/enrolments";
export const isRotation = ({ path }: Pick<Exchange, "path">) => path === "/v1/device/keys";

/** Rate so often: once or twice. */
const rate: Record<1 | 2, Words> = {
  1: { zh: "评价一次。", en: "Rate once." },
  2: { zh: "评价两次。", en: "Rate twice." },
};

const always: readonly Phase[] = [
  {
    id: "enrol",
    todo: {
      zh: "用登记码登记设备，不会有应答。关机再开机，按回车键；如需要，再输入同一登记码。",
      en: "Enrol the device with the code: no answer comes. Switch it off and on, press Enter, and enter the same code again if it asks.",
    },
    ratings: 0,
    recorded: 0,
    pauses: true,
    fault: ({ path, resumed }) =>
      isEnrolment({ path }) && !resumed ? { kind: "cut after" } : undefined,
    over: (exchanges) => succeeded(exchanges, asksForToken),
  },
  { id: "plain", todo: rate[2], ratings: 2, recorded: 2 },
  {
    id: "lost",
    todo: rate[1],
    ratings: 1,
    recorded: 1,
    fault: first({ kind: "cut after" }, ballots),
  },
  {
    id: "busy",
    todo: rate[1],
    ratings: 1,
    recorded: 1,
    fault: first({ kind: "answer", code: "overloaded", retryAfter: "seconds" }, ballots),
  },
  {
    id: "wait-until",
    todo: rate[1],
    ratings: 1,
    recorded: 1,
    fault: first({ kind: "answer", code: "too_many_requests", retryAfter: "date" }, ballots),
  },
  {
    id: "failing",
    todo: rate[1],
    ratings: 1,
    recorded: 1,
    fault: first({ kind: "answer", code: "internal" }, ballots, failures),
  },
  {
    id: "page",
    todo: rate[1],
    ratings: 1,
    recorded: 1,
    fault: first({ kind: "page" }, ballots, 2),
  },
  {
    id: "token",
    todo: rate[1],
    ratings: 1,
    recorded: 1,
    fault: first({ kind: "answer", code: "unauthenticated" }, ballots),
  },
  {
    id: "refused",
    todo: rate[2],
    ratings: 2,
    recorded: 1,
    fault: ({ path }) =>
      ballots(path) ? { kind: "refuse", codes: ["off_instrument"] } : undefined,
  },
  {
    id: "held",
    todo: { zh: "评价三次。", en: "Rate three times." },
    ratings: 3,
    recorded: 1,
    fault: ({ path }) =>
      ballots(path)
        ? { kind: "refuse", codes: ["round_not_open", "unit_not_assigned"] }
        : undefined,
  },
  {
    id: "batch",
    todo: {
      zh: "网络已断。评价三次，然后按回车键。",
      en: "The network is down. Rate three times, then press Enter.",
    },
    ratings: 3,
    recorded: 2,
    pauses: true,
    fault({ path, resumed }) {
      if (!resumed) return { kind: "cut before" };
      return ballots(path) ? { kind: "refuse whole", code: "too_large" } : undefined;
    },
  },
  {
    id: "outage",
    todo: {
      zh: "网络已断。评价三次，关机再开机，然后按回车键。",
      en: "The network is down. Rate three times, switch the device off and on, then press Enter.",
    },
    ratings: 3,
    recorded: 3,
    pauses: true,
    fault: ({ resumed }) => (resumed ? undefined : { kind: "cut before" }),
  },
  {
    id: "heartbeat",
    todo: {
      zh: "让设备发一次心跳，或等五分钟。",
      en: "Have the device send a heartbeat, or leave it for five minutes.",
    },
    ratings: 0,
    recorded: 0,
    over: (exchanges) => succeeded(exchanges, isHeartbeat),
  },
  {
    id: "rotate",
    todo: {
      zh: "让设备更换密钥（第一次没有应答，需要时再做一次；不能则略过），然后评价一次。",
      en: "Have the device change its key (the first answer is lost: again if need be; leave it out if it cannot), then rate once.",
    },
    ratings: 1,
    recorded: 1,
    // The new key has to be used before the trial goes on, so the token of the old one dies.
    fault: ({ path, before }) =>
      first({ kind: "cut after" }, (it) => isRotation({ path: it }))?.({
        path,
        before,
        resumed: false,
      }) ??
      first(
        { kind: "answer", code: "unauthenticated" },
        ballots,
      )?.({ path, before, resumed: false }),
  },
];

/** A device loses its right, and gets it back by a second enrolment. */
function revocation(secondCode: string): Phase {
  return {
    id: "revoked",
    todo: {
      zh: `设备被停用。评价一次，等十秒，用新登记码登记，再评价一次：${secondCode}`,
      en: `The device is revoked. Rate once, wait ten seconds, enrol it with a new code, and rate once more: ${secondCode}`,
    },
    ratings: 2,
    recorded: 2,
    fault: ({ path, before }) =>
      isEnrolment({ path }) || succeeded(before, isEnrolment)
        ? undefined
        : { kind: "answer", code: "credential_revoked" },
    over: (exchanges) => succeeded(exchanges, isEnrolment),
  };
}

/** Everything that a device goes through; a revocation only where there is a code to come back with. */
export function phasesWith(secondCode: string | undefined): readonly Phase[] {
  return secondCode === undefined ? always : [...always, revocation(secondCode)];
}

/** Whether the device has seen confirmed, and tried, all that the phase asks for. */
export function isOver(phase: Phase, exchanges: readonly Exchange[], serials: number): boolean {
  const confirmed = new Set(exchanges.flatMap(confirmedBy)).size;
  return (
    confirmed >= phase.recorded && serials >= phase.ratings && (phase.over?.(exchanges) ?? true)
  );
}
