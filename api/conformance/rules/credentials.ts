import type { JWK } from "jose";
import { asksForToken, assertionIn, codeIn, type Exchange } from "../exchange.ts";
import { keyIn } from "../keys.ts";
import { inPhase, type Log, type Rule, succeeded } from "./rule.ts";

const clockToleranceMs = 60_000;
/** A request may have been under way, beside the one that was told first. */
const mostAfterRevocation = 2;

/** Who the device is, and how it says so. */
export const credentialRules: Rule[] = [
  {
    id: "private-key",
    words: { zh: "私钥不离开设备", en: "The private key never leaves the device" },
    faults: (log) =>
      log.filter(({ body }) => /"d"\s*:/.test(body)).map(({ path }) => `${path} carries a "d"`),
  },
  {
    id: "enrolment",
    words: {
      zh: "先存密钥再登记，应答丢失后用同一密钥重发",
      en: "The key is kept before it enrols: after a lost answer and a restart the same key asks again",
    },
    faults: (log) => oneKeyEach(inPhase(log, "enrol"), "/v1/enrolments"),
  },
  {
    id: "assertion",
    words: {
      zh: "断言：ES256 或 EdDSA，iss 与 sub 相同，至多五分钟，jti 不重复，由设备的密钥签署",
      en: "Assertions: ES256 or EdDSA, iss equal to sub, five minutes at most, every jti new, signed by a key of the device",
    },
    faults: assertionFaults,
  },
  {
    id: "clock",
    words: {
      zh: "以 Date 头校正时钟（试验的时钟快两小时）",
      en: "The clock is corrected by the Date header (the trial's is two hours ahead)",
    },
    faults(log) {
      const granted = log.findIndex((exchange) => asksForToken(exchange) && succeeded(exchange));
      if (granted < 0) return ["no assertion was dated well enough for a token"];
      return log
        .slice(granted)
        .filter(asksForToken)
        .map((exchange) => Number(assertionIn(exchange)?.claims.iat) * 1000 - exchange.at)
        .filter((off) => Math.abs(off) > clockToleranceMs)
        .map((off) => `an iat is ${off} ms off`);
    },
  },
  {
    id: "kept-token",
    words: { zh: "令牌在有效期内重复使用", en: "A token is kept while it lasts" },
    faults(log) {
      const asked = inPhase(log, "plain").filter(asksForToken).length;
      return asked <= 1 ? [] : [`${asked} tokens for two ratings`];
    },
  },
  {
    id: "new-token",
    words: { zh: "401 后换新令牌", en: "After a 401 a new token is fetched" },
    faults(log) {
      const refused = log.filter(
        (exchange) => exchange.status === 401 && codeIn(exchange) === "unauthenticated",
      );
      if (refused.length === 0) return undefined;
      // Two tokens of one second may be the same text, so that only the question counts.
      return refused.flatMap((exchange) => {
        const later = log.slice(log.indexOf(exchange) + 1);
        const again = later.findIndex(({ path }) => path === exchange.path);
        const asked = later.slice(0, again < 0 ? undefined : again).some(asksForToken);
        return asked ? [] : [`${exchange.phase}: came again without asking for another token`];
      });
    },
  },
  {
    id: "rotation",
    words: {
      zh: "更换密钥：应答丢失后用同一新密钥重发，此后由新密钥签署",
      en: "A change of key: after a lost answer the same new key asks again, and signs from then on",
    },
    faults(log) {
      const changes = log.filter(({ path }) => path === "/v1/device/keys");
      if (changes.length === 0) return undefined;
      const done = changes.find(succeeded);
      if (!done) return ["the change was not asked for again after its answer was lost"];
      const bound = keyIn(done.body);
      const later = log.slice(log.indexOf(done)).filter(({ phase }) => phase === done.phase);
      return [
        ...oneKeyEach(changes, "/v1/device/keys"),
        ...later
          .filter((exchange) => asksForToken(exchange) && !isSame(exchange.signedBy, bound))
          .map(() => "a later assertion is not signed by the new key"),
      ];
    },
  },
  {
    id: "revocation",
    words: {
      zh: "停用后停止发送，保留评价，重新登记后送达",
      en: "Once revoked it stops, keeps its ballots, and sends them after a new enrolment",
    },
    faults(log) {
      const told = log.filter((exchange) => codeIn(exchange) === "credential_revoked");
      if (told.length === 0) return undefined;
      return told.length <= mostAfterRevocation
        ? []
        : [`${told.length} requests with a credential that was revoked`];
    },
  },
];

function oneKeyEach(log: Log, path: string): string[] {
  const bound = log
    .filter((exchange) => exchange.path === path)
    .map(({ body }) => JSON.stringify(keyIn(body)));
  return new Set(bound).size <= 1 ? [] : [`${path}: another key after a lost answer`];
}

function isSame(one: JWK | undefined, other: JWK | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function assertionFaults(log: Log): string[] {
  const known = new Set<string>();
  return log.filter(asksForToken).flatMap((exchange) => {
    const assertion = assertionIn(exchange);
    if (!assertion) return ["client_assertion is no JWT with iss, sub, jti, iat and exp"];
    const { header, claims } = assertion;
    const faults = [
      ["ES256", "EdDSA"].includes(header.alg) || `alg ${header.alg}`,
      claims.iss === claims.sub || "iss and sub differ",
      claims.exp - claims.iat <= 300 || "lives for more than five minutes",
      !known.has(claims.jti) || `jti ${claims.jti} came twice`,
      exchange.signedBy !== undefined || signatureFault(exchange),
    ];
    known.add(claims.jti);
    return faults.filter((fault) => typeof fault === "string");
  });
}

function signatureFault({ phase }: Exchange): string {
  return `${phase}: no key of the device made the signature (ES256 is the 64 bytes of r and s, not DER)`;
}
