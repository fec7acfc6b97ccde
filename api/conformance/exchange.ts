import type { JWK } from "jose";
import { z } from "zod";

/** One request of the device under test, and what it got for it. */
export interface Exchange {
  phase: string;
  /** Server's time, in milliseconds. */
  at: number;
  path: string;
  token: string | undefined;
  body: string;
  /** Whether the trial answered in the service's place, or cut the line. */
  trouble: boolean;
  /** 0 where the device saw no answer. */
  status: number;
  /** What the device saw, as JSON; undefined where it saw none. */
  answer: unknown;
  /** Server's time before which nothing is to come again. */
  retryAt?: number;
  /** The key that signed the assertion, if it is one of the device's. */
  signedBy?: JWK | undefined;
}

const SentBallot = z.looseObject({
  serial: z.string(),
  number: z.number().optional(),
  ratedAt: z.string().optional(),
});
export type SentBallot = z.infer<typeof SentBallot>;

const Batch = z.object({ ballots: z.array(z.unknown()) });
const Refusal = z.object({ code: z.string(), retry: z.string() });
const Code = z.object({ code: z.string() });
const Receipt = z.object({ serial: z.string() });
const Results = z.object({
  results: z.array(z.object({ receipt: Receipt.optional(), problem: Refusal.optional() })),
});
const Header = z.object({ alg: z.string() });
const Claims = z.object({
  iss: z.string(),
  sub: z.string(),
  jti: z.string(),
  iat: z.number(),
  exp: z.number(),
});

const single = "/v1/ballots";
const batch = "/v1/ballots/batch";

type Sent = Pick<Exchange, "path" | "body">;

export function carriesBallots({ path }: Pick<Exchange, "path">): boolean {
  return path === single || path === batch;
}

export function asksForToken({ path }: Pick<Exchange, "path">): boolean {
  return path === "/v1/token";
}

export function isHeartbeat({ path }: Pick<Exchange, "path">): boolean {
  return path === "/v1/device/heartbeats";
}

/** The ballots that a request carries, whichever operation it uses; what is none is left out, and the service refuses it. */
export function ballotsIn({ path, body }: Sent): SentBallot[] {
  if (path === single) return parsed(SentBallot, jsonIn(body));
  if (path !== batch) return [];
  const [whole] = parsed(Batch, jsonIn(body));
  return (whole?.ballots ?? []).flatMap((one) => parsed(SentBallot, one));
}

/** The serials that an answer confirms. */
export function confirmedBy({ path, status, answer }: Exchange): string[] {
  if (path === single && status === 201) return parsed(Receipt, answer).map((it) => it.serial);
  return resultsOf({ path, status, answer }).flatMap(({ receipt }) => receipt?.serial ?? []);
}

/** The code of the problem that an answer is; undefined where it is none. */
export function codeIn({ answer }: Pick<Exchange, "answer">): string | undefined {
  return Code.safeParse(answer).data?.code;
}

/** The ballots that an answer refuses one by one, each with what it says. */
export function refusedBy(exchange: Exchange) {
  const ballots = ballotsIn(exchange);
  const results = resultsOf(exchange);
  const [own] = parsed(Refusal, exchange.answer);
  const told = results.length > 0 ? results.map(({ problem }) => problem) : [own];
  // A refusal of several at once is about the request, and of none of them.
  if (ballots.length !== told.length) return [];
  return ballots.flatMap(({ serial }, index) => {
    const problem = told[index];
    return problem ? [{ serial, ...problem }] : [];
  });
}

function resultsOf({ path, status, answer }: Pick<Exchange, "path" | "status" | "answer">) {
  if (path !== batch || status !== 200) return [];
  return parsed(Results, answer).flatMap(({ results }) => results);
}

/** Header and claims of the assertion in a request for a token; undefined for what is none. */
export function assertionIn({ body }: Pick<Exchange, "body">) {
  const [header = "", claims = ""] = assertionText(body).split(".");
  const [ofHeader] = parsed(Header, jsonIn(decoded(header)));
  const [ofClaims] = parsed(Claims, jsonIn(decoded(claims)));
  return ofHeader && ofClaims && { header: ofHeader, claims: ofClaims };
}

export function assertionText(form: string): string {
  return new URLSearchParams(form).get("client_assertion") ?? "";
}

/** What a text says as JSON; undefined where it is none, as a device under test may send anything. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function decoded(part: string): string {
  try {
    return atob(part.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return "";
  }
}

function parsed<Shape>(schema: z.ZodType<Shape>, value: unknown): Shape[] {
  const { data, success } = schema.safeParse(value);
  return success ? [data] : [];
}
