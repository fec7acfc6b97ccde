import {
  asksForToken,
  assertionIn,
  ballotsIn,
  carriesBallots,
  type Exchange,
  type SentBallot,
} from "./exchange.ts";
import { clockAheadMs, phases, retryAfterSeconds, type Words } from "./phases.ts";

export interface Check {
  id: string;
  rule: Words;
  /** What broke it; empty where it holds. */
  faults: string[];
}

/** What a device has to keep, each rule judged by what it sent. */
export function check(log: readonly Exchange[]): Check[] {
  return rules.map(({ id, rule, faults }) => ({ id, rule, faults: faults(log) }));
}

type Log = readonly Exchange[];

const rules: { id: string; rule: Words; faults: (log: Log) => string[] }[] = [
  {
    id: "private-key",
    rule: { zh: "私钥不离开设备", en: "The private key never leaves the device" },
    faults: (log) =>
      log.filter(({ body }) => /"d"\s*:/.test(body)).map(({ path }) => `${path} carries a "d"`),
  },
  {
    id: "assertion",
    rule: {
      zh: "断言：ES256 或 EdDSA，iss 与 sub 相同，至多五分钟，jti 不重复",
      en: "Assertions: ES256 or EdDSA, iss equal to sub, five minutes at most, every jti new",
    },
    faults: assertionFaults,
  },
  {
    id: "clock",
    rule: { zh: "以 Date 头校正时钟", en: "The clock is corrected by the Date header" },
    faults(log) {
      const [told, next] = log.filter(asksForToken);
      if (!told || !next) return ["no second assertion was made"];
      const off = assertionIn(next).claims.iat * 1000 - (told.at + clockAheadMs);
      // Time goes on between the two, and a device may wait before it asks again.
      const waited = next.at - told.at;
      return Math.abs(off - waited) <= 60_000 ? [] : [`the next iat is ${off} ms off`];
    },
  },
  {
    id: "serial-form",
    rule: { zh: "序列号为 32 个随机字节", en: "A serial is 32 random bytes, in base64url" },
    faults: (log) =>
      serials(log).filter((serial) => !/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/.test(serial)),
  },
  {
    id: "one-serial",
    rule: {
      zh: "一次评价一个序列号，重试不换",
      en: "One serial for each rating, kept across every retry",
    },
    faults: (log) =>
      phases.flatMap(({ id, ratings }) => {
        const count = serials(log.filter(({ phase }) => phase === id)).length;
        return count === ratings ? [] : [`${id}: ${count} serials for ${ratings} ratings`];
      }),
  },
  {
    id: "same-ballot",
    rule: { zh: "重试时内容不变", en: "A retry is the same ballot, in every member" },
    faults: (log) =>
      serials(log).filter((serial) => {
        const bodies = sent(log).filter((ballot) => ballot.serial === serial);
        return new Set(bodies.map((ballot) => canonical(ballot))).size > 1;
      }),
  },
  {
    id: "numbers",
    rule: {
      zh: "编号连续递增，按序发送",
      en: "Numbers count up by one, and are sent in that order",
    },
    faults(log) {
      const numbers = firstSent(log).map(({ number }) => number ?? Number.NaN);
      return numbers.flatMap((number, index) => {
        const before = numbers[index - 1];
        return before === undefined ? [] : number === before + 1 ? [] : [`${before} → ${number}`];
      });
    },
  },
  {
    id: "retry-after",
    rule: { zh: "遵守 Retry-After", en: "Retry-After is kept" },
    faults(log) {
      const busy = log.findIndex(({ phase, status }) => phase === "busy" && status === 503);
      const next = log.slice(busy + 1).find(carriesBallots);
      const refused = log[busy];
      if (!refused || !next) return ["the ballot never came again"];
      const waited = next.at - refused.at;
      return waited >= retryAfterSeconds * 1000 - 100 ? [] : [`came again after ${waited} ms`];
    },
  },
  {
    id: "new-token",
    rule: { zh: "401 后换新令牌", en: "After a 401 a new token is fetched" },
    faults(log) {
      const at = log.findIndex(({ phase, status }) => phase === "token" && status === 401);
      const next = log.slice(at + 1).find(carriesBallots);
      return next && next.token !== log[at]?.token ? [] : ["the refused token was used again"];
    },
  },
  {
    id: "kept-token",
    rule: { zh: "令牌在有效期内重复使用", en: "A token is kept while it lasts" },
    faults(log) {
      const asked = log.filter(asksForToken).filter(({ phase }) => phase === "plain").length;
      return asked <= 1 ? [] : [`${asked} tokens for two ratings`];
    },
  },
  {
    id: "refusal",
    rule: {
      zh: "retry 为 never 的评价不再重发，也不阻塞其他评价",
      en: "A ballot refused with retry never is not sent again, and holds up no other",
    },
    faults(log) {
      const phase = log.filter((exchange) => exchange.phase === "refused");
      const confirmed = new Set(phase.flatMap(({ recorded }) => recorded));
      const refused = serials(phase).filter((serial) => !confirmed.has(serial));
      return refused.flatMap((serial) => {
        const times = sent(log).filter((ballot) => ballot.serial === serial).length;
        return times > 1 ? [`${serial} came ${times} times`] : [];
      });
    },
  },
  {
    id: "receipts",
    rule: { zh: "已有回执的评价不再发送", en: "What has a receipt is not sent again" },
    faults(log) {
      const confirmed = new Set<string>();
      return log.flatMap((exchange) => {
        const again = ballotsIn(exchange).filter(({ serial }) => confirmed.has(serial));
        for (const serial of exchange.recorded) confirmed.add(serial);
        return again.map(({ serial }) => serial);
      });
    },
  },
];

function assertionFaults(log: Log): string[] {
  const known = new Set<unknown>();
  return log.filter(asksForToken).flatMap((exchange) => {
    const { header, claims } = assertionIn(exchange);
    const faults = [
      ["ES256", "EdDSA"].includes(header.alg) || `alg ${header.alg}`,
      claims.iss === claims.sub || "iss and sub differ",
      claims.exp - claims.iat <= 300 || "lives for more than five minutes",
      !known.has(claims.jti) || `jti ${claims.jti} came twice`,
    ];
    known.add(claims.jti);
    return faults.filter((fault) => typeof fault === "string");
  });
}

function sent(log: Log): SentBallot[] {
  return log.flatMap(ballotsIn);
}

function serials(log: Log): string[] {
  return [...new Set(sent(log).map(({ serial }) => serial))];
}

function firstSent(log: Log): SentBallot[] {
  const all = sent(log);
  return all.filter(({ serial }, index) => all.findIndex((it) => it.serial === serial) === index);
}

/** Members in order, so that the spelling of the JSON does not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort())
      : part,
  );
}
