import { z } from "zod";
import { confirmedBy, type Exchange, isHeartbeat, jsonIn, refusedBy } from "../exchange.ts";
import { firstSent, inPhase, type Log, type Rule, succeeded } from "./rule.ts";

const Heartbeat = z.looseObject({
  deviceTime: z.iso.datetime({ offset: true }),
  backlog: z.number(),
  settled: z
    .array(z.object({ first: z.number(), last: z.number() }))
    .optional()
    .default([]),
});
const slackMs = 60_000;
const underWayMs = 2000;

/** What the device tells about itself. */
export const careRules: Rule[] = [
  {
    id: "heartbeat",
    words: { zh: "至多五分钟一次心跳", en: "A heartbeat comes every five minutes" },
    faults: (log) =>
      log.some((exchange) => isHeartbeat(exchange) && succeeded(exchange)) ? [] : ["none came"],
  },
  {
    id: "settled",
    words: {
      zh: "心跳中的待发数与已了结编号属实",
      en: "A heartbeat's backlog and settled numbers are true",
    },
    faults(log) {
      const last = inPhase(log, "heartbeat").filter(isHeartbeat).at(-1);
      const told = last && Heartbeat.safeParse(jsonIn(last.body)).data;
      if (!last || !told) return undefined;
      // What was answered while the heartbeat was being written may be told either way.
      const before = log.slice(0, log.indexOf(last));
      const { waiting, settled } = accountOf(before);
      const sure = accountOf(before.filter(({ at }) => at < last.at - underWayMs)).settled;
      const most = waiting.length + settled.length - sure.length;
      const isTold = (number: number) =>
        told.settled.some((range) => range.first <= number && number <= range.last);
      return [
        (waiting.length <= told.backlog && told.backlog <= most) ||
          `backlog ${told.backlog}: ${waiting.length} ballots wait`,
        ...sure.map((number) => isTold(number) || `${number} is settled, but not told`),
        ...waiting.map((number) => !isTold(number) || `${number} is told as settled, but waits`),
      ].filter((fault) => typeof fault === "string");
    },
  },
  {
    id: "one-clock",
    words: {
      zh: "ratedAt 与 deviceTime 用同一时钟",
      en: "ratedAt and deviceTime are of one clock, with its offset from UTC",
    },
    faults(log) {
      const beat = log.filter((exchange) => isHeartbeat(exchange) && succeeded(exchange)).at(-1);
      const told = beat && Heartbeat.safeParse(jsonIn(beat.body)).data;
      if (!beat || !told) return undefined;
      const ahead = Date.parse(told.deviceTime) - beat.at;
      return firstSent(log).flatMap(({ ballot, exchange }) => {
        const rated = Date.parse(ballot.ratedAt ?? "") - ahead;
        const isPossible =
          rated <= exchange.at + slackMs && rated >= beginOf(log, exchange) - slackMs;
        return isPossible ? [] : [`${exchange.phase}: ratedAt ${ballot.ratedAt}`];
      });
    },
  },
];

/** Numbers that are settled, and those of ballots that still wait: with a receipt, or refused for ever, nothing waits. */
function accountOf(log: Log): { settled: number[]; waiting: number[] } {
  const done = new Set([
    ...log.flatMap(confirmedBy),
    ...log
      .flatMap(refusedBy)
      .filter(({ retry }) => retry === "never")
      .map(({ serial }) => serial),
  ]);
  const ballots = firstSent(log).map(({ ballot }) => ballot);
  const numbers = (isDone: boolean) =>
    ballots.flatMap(({ serial, number }) =>
      done.has(serial) === isDone && number !== undefined ? [number] : [],
    );
  return { settled: numbers(true), waiting: numbers(false) };
}

/** When the phase of a request began: with the request that ended the one before. */
function beginOf(log: Log, { phase, at }: Exchange): number {
  const first = log.findIndex((exchange) => exchange.phase === phase);
  return log[first - 1]?.at ?? at;
}
