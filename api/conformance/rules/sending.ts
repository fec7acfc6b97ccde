import { carriesBallots, codeIn, type Exchange, refusedBy } from "../exchange.ts";
import { failures } from "../phases.ts";
import { inPhase, type Log, type Rule, sent } from "./rule.ts";

const holdMs = 14 * 60_000;
/** Honest waits are shorter together, or regular within this, once in 10,000 trials or less. */
const shortestWaitsMs = 700;
const regularWithinMs = 250;

/** When a device sends, and when it does not. */
export const sendingRules: Rule[] = [
  {
    id: "well-formed",
    words: { zh: "请求合乎约定", en: "Requests are what the contract says" },
    faults: (log) =>
      log
        .filter(({ trouble, status, path }) => !trouble && isMistake(status) && isOurs(path))
        .flatMap((exchange) => `${exchange.path}: ${codeIn(exchange) ?? exchange.status}`)
        .concat(log.flatMap(refusedByService)),
  },
  {
    id: "retry-after",
    words: {
      zh: "遵守 Retry-After，秒数与日期皆然",
      en: "Retry-After is kept, in seconds and as a date",
    },
    faults(log) {
      const told = log.filter(({ retryAt, path }) => retryAt && carriesBallots({ path }));
      if (told.length === 0) return undefined;
      return told.flatMap((exchange) => {
        const next = log.slice(log.indexOf(exchange) + 1).find(carriesBallots);
        const early = (exchange.retryAt ?? 0) - (next?.at ?? Number.POSITIVE_INFINITY);
        return early <= 100 ? [] : [`${exchange.phase}: came again ${early} ms too early`];
      });
    },
  },
  {
    id: "back-off",
    words: {
      zh: "失败后等待，逐次加长，间隔随机",
      en: "After failures it waits, longer each time and by chance",
    },
    faults(log) {
      const waits = waitsBetween(inPhase(log, "failing").filter(carriesBallots));
      if (waits.length < failures) return undefined;
      const sum = waits.reduce((total, wait) => total + wait, 0);
      return [
        sum >= shortestWaitsMs || `${failures} attempts within ${sum} ms`,
        !isRegular(waits) || `without chance: ${waits.join(", ")} ms`,
      ].filter((fault) => typeof fault === "string");
    },
  },
  {
    id: "refusal",
    words: {
      zh: "retry 为 never 的评价不再重发",
      en: "What is refused for ever is not sent again",
    },
    faults: (log) => sentAgain(log, ({ retry }) => retry === "never", Number.POSITIVE_INFINITY),
  },
  {
    id: "hold",
    words: {
      zh: "轮次未开启或须先处理的评价，十五分钟后再试，其他评价先行",
      en: "What waits for a round or for somebody's fix comes again after a quarter of an hour, and lets others pass",
    },
    faults: (log) =>
      sentAgain(
        log,
        ({ retry, code }) => retry === "after-fix" || code === "round_not_open",
        holdMs,
      ),
  },
];

function waitsBetween(exchanges: readonly Exchange[]): number[] {
  return exchanges.slice(1).map(({ at }, index) => at - (exchanges[index]?.at ?? at));
}

/** Whether each wait is the one before, or twice that, but for what the device needs to wake up: so regular is no chance. */
function isRegular(waits: readonly number[]): boolean {
  return [1, 2].some((factor) => {
    const firsts = waits.map((wait, index) => wait / factor ** index);
    const least = waits.map((wait, index) => (wait - regularWithinMs) / factor ** index);
    return Math.max(...least) <= Math.min(...firsts);
  });
}

type Refused = ReturnType<typeof refusedBy>[number];

/** Refused ballots that came again sooner than they may. */
function sentAgain(
  log: Log,
  concerns: (refused: Refused) => boolean,
  afterMs: number,
): string[] | undefined {
  const refusals = log
    .filter(({ status }) => status !== 401)
    .flatMap((exchange) => refusedBy(exchange).map((refused) => ({ exchange, refused })))
    .filter(({ refused }) => concerns(refused));
  if (refusals.length === 0) return undefined;
  return refusals.flatMap(({ exchange, refused }) =>
    sent(log.slice(log.indexOf(exchange) + 1))
      .filter(({ ballot }) => ballot.serial === refused.serial)
      .filter((again) => again.exchange.at - exchange.at < afterMs)
      .map((again) => `${refused.code} in ${exchange.phase}, again in ${again.exchange.phase}`),
  );
}

function isMistake(status: number): boolean {
  return [400, 404, 405, 413, 415, 422].includes(status);
}

/** The device's own requests; what else is asked of the service does not matter here. */
function isOurs(path: string): boolean {
  return carriesBallots({ path }) || path.startsWith("/v1/device/") || path === "/v1/token";
}

function refusedByService(exchange: Exchange): string[] {
  if (exchange.trouble || exchange.status !== 200) return [];
  return refusedBy(exchange).map(({ code }) => `${exchange.path}: ${code}`);
}
