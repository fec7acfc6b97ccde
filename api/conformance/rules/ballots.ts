import { confirmedBy, type Exchange } from "../exchange.ts";
import { firstSent, type Rule, sent, succeeded } from "./rule.ts";

/** What a ballot is, however often it is sent. */
export const ballotRules: Rule[] = [
  {
    id: "delivered",
    words: { zh: "每次评价都送达", en: "Every rating is delivered" },
    faults(log, phases) {
      const confirmed = new Set(log.flatMap(confirmedBy));
      return phases.flatMap(({ id, recorded }) => {
        const own = firstSent(log).filter(({ exchange }) => exchange.phase === id);
        const count = own.filter(({ ballot }) => confirmed.has(ballot.serial)).length;
        return count >= recorded ? [] : [`${id}: ${count} of ${recorded} recorded`];
      });
    },
  },
  {
    id: "serial-form",
    words: { zh: "序列号为 32 个随机字节", en: "A serial is 32 random bytes, in base64url" },
    faults: (log) =>
      firstSent(log)
        .map(({ ballot }) => ballot.serial)
        .filter((serial) => !/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/.test(serial)),
  },
  {
    id: "one-serial",
    words: {
      zh: "一次评价一个序列号，重试不换",
      en: "One serial for each rating, kept across every retry",
    },
    faults: (log, phases) =>
      phases.flatMap(({ id, ratings }) => {
        const count = firstSent(log).filter(({ exchange }) => exchange.phase === id).length;
        return count === ratings ? [] : [`${id}: ${count} serials for ${ratings} ratings`];
      }),
  },
  {
    id: "same-ballot",
    words: { zh: "重试时内容不变", en: "A retry is the same ballot, in every member" },
    faults(log) {
      const bodies = new Map<string, string>();
      return sent(log).flatMap(({ ballot, exchange }) => {
        const before = bodies.get(ballot.serial) ?? canonical(ballot);
        bodies.set(ballot.serial, before);
        return before === canonical(ballot) ? [] : [`${exchange.phase}: ${ballot.serial} changed`];
      });
    },
  },
  {
    id: "numbers",
    words: {
      zh: "编号连续递增，按序发送",
      en: "Numbers count up by one from 1, and are sent in that order",
    },
    faults(log) {
      const first = firstSent(log);
      // Under another name a device counts from 1 again; what it may have sent before keeps its number.
      const renamed = log.findLast((it) => it.path === "/v1/enrolments" && succeeded(it));
      const since = renamed?.phase === "revoked" ? log.indexOf(renamed) : log.length;
      const isEarlier = (exchange: Exchange) => log.indexOf(exchange) < since;
      const before = first.filter(({ exchange }) => isEarlier(exchange));
      const after = first.filter(({ exchange }) => !isEarlier(exchange));
      // The one rating in between may have been made ready to be sent, which nobody saw.
      const isSeen = before.some(({ exchange }) => exchange.phase === "revoked");
      const isReady = !isSeen && after[0]?.ballot.number === before.length + 1;
      const kept = isReady ? after.splice(0, 1) : [];
      return [[...before, ...kept], after].flatMap((part) =>
        part.flatMap(({ ballot: { number }, exchange }, index) =>
          number === index + 1 ? [] : [`${exchange.phase}: ${number ?? "none"}, not ${index + 1}`],
        ),
      );
    },
  },
  {
    id: "receipts",
    words: { zh: "已有回执的评价不再发送", en: "What has a receipt is not sent again" },
    faults(log) {
      const confirmed = new Set<string>();
      return log.flatMap((exchange) => {
        const again = sent([exchange]).filter(({ ballot }) => confirmed.has(ballot.serial));
        for (const serial of confirmedBy(exchange)) confirmed.add(serial);
        return again.map(({ ballot }) => `${exchange.phase}: ${ballot.serial}`);
      });
    },
  },
];

/** Members in order, so that the spelling of the JSON does not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort())
      : part,
  );
}
