import { carriesBallots, type Exchange } from "./exchange.ts";

export interface Words {
  zh: string;
  en: string;
}

/**
 * What a phase does to a request: let it pass; cut the line before the server has it, or after; answer in the server's
 * place; or refuse the first ballot of the phase for ever and pass the rest.
 */
export type Fault =
  | { kind: "cut before" }
  | { kind: "cut after" }
  | { kind: "refuse first" }
  | { kind: "answer"; code: "invalid_client" | "unauthenticated" | "overloaded"; status: number };

export interface Phase {
  id: string;
  /** What the tester does. */
  todo: Words;
  /** How many ratings the tester makes. */
  ratings: number;
  /** Of these, how many the server records. */
  recorded: number;
  /** `before`: requests of this phase so far; `resumed`: whether the tester has said to go on. */
  fault?: (path: string, before: readonly Exchange[], resumed: boolean) => Fault | undefined;
}

/** The fault, for the first request of its kind in the phase. */
function once(fault: Fault, applies: (path: string) => boolean): NonNullable<Phase["fault"]> {
  return (path, before) =>
    applies(path) && !before.some((earlier) => applies(earlier.path)) ? fault : undefined;
}

const ballots = (path: string) => carriesBallots({ path });

export const clockAheadMs = 2 * 3_600_000;
export const retryAfterSeconds = 3;

export const phases: readonly Phase[] = [
  {
    id: "clock",
    todo: { zh: "用登记码登记设备。", en: "Enrol the device with the code." },
    ratings: 0,
    recorded: 0,
    fault: once(
      { kind: "answer", code: "invalid_client", status: 401 },
      (path) => path === "/v1/token",
    ),
  },
  {
    id: "plain",
    todo: { zh: "评价两次。", en: "Rate twice." },
    ratings: 2,
    recorded: 2,
  },
  {
    id: "lost",
    todo: { zh: "评价一次。", en: "Rate once." },
    ratings: 1,
    recorded: 1,
    fault: once({ kind: "cut after" }, ballots),
  },
  {
    id: "busy",
    todo: { zh: "评价一次。", en: "Rate once." },
    ratings: 1,
    recorded: 1,
    fault: once({ kind: "answer", code: "overloaded", status: 503 }, ballots),
  },
  {
    id: "token",
    todo: { zh: "评价一次。", en: "Rate once." },
    ratings: 1,
    recorded: 1,
    fault: once({ kind: "answer", code: "unauthenticated", status: 401 }, ballots),
  },
  {
    id: "refused",
    todo: { zh: "评价两次。", en: "Rate twice." },
    ratings: 2,
    recorded: 1,
    fault: (path) => (ballots(path) ? { kind: "refuse first" } : undefined),
  },
  {
    id: "outage",
    todo: {
      zh: "网络已断。评价三次，关机再开机，然后按回车键。",
      en: "The network is down. Rate three times, switch the device off and on, then press Enter.",
    },
    ratings: 3,
    recorded: 3,
    fault: (_, __, resumed) => (resumed ? undefined : { kind: "cut before" }),
  },
];
