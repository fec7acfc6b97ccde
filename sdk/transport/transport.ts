import type { Clock } from "../clock.ts";
import { NoAnswerError, NotModified, ProblemError } from "../errors.ts";
import { isTransient, problemOf } from "./problem.ts";
import { isRepeatable } from "./repeatable.ts";
import { type Patience, retryAfterMs, waitMs } from "./wait.ts";

export interface TransportSettings extends Patience {
  fetch: typeof fetch;
  clock: Clock;
  random: () => number;
  /** Attempts after the first. */
  retries: number;
  /** For one attempt, up to the end of a JSON answer, or up to the headers of any other. */
  timeoutMs: number;
  /** For all attempts and the waits between them. */
  deadlineMs: number;
  /** Called once after a 401: a new token, if there is one to be had. */
  renewToken?: (refused: string) => Promise<string>;
}

/**
 * A fetch that is patient where that is safe: it repeats what can be repeated, bounded in number and in time, and throws
 * the server's refusal as a ProblemError.
 */
export function createTransport(settings: TransportSettings): typeof fetch {
  return async (input, init) => {
    const template = new Request(input, init);
    // Read once: a request's body is a one-shot stream, and every attempt needs it.
    const body = await template.arrayBuffer();
    const request = body.byteLength === 0 ? template : new Request(template, { body });
    const deadline = settings.clock.now() + settings.deadlineMs;
    return insist(request, deadline, settings);
  };
}

/** Attempts until there is an answer, or no further attempt is allowed, useful or in time. */
async function insist(
  first: Request,
  deadline: number,
  settings: TransportSettings,
): Promise<Response> {
  const { clock, retries, random } = settings;
  let request = first;
  let mayRenew = settings.renewToken !== undefined;
  for (let attempt = 1; ; attempt++) {
    const outcome = await tryOnce(request.clone(), deadline - clock.now(), settings);
    if (isAnswer(outcome)) return outcome;
    first.signal.throwIfAborted();

    const token = refusedToken(request, outcome);
    if (mayRenew && token !== undefined) {
      mayRenew = false;
      request = await withNewToken(request, token, settings);
      continue;
    }
    const wait = waitMs(attempt, askedWait(outcome, clock), random, settings);
    const inVain = attempt > retries || clock.now() + wait >= deadline;
    if (inVain || !mayRepeat(outcome, request)) throw errorOf(outcome, attempt, request);
    await clock.sleep(wait, first.signal);
  }
}

/** One attempt: the answer, the refusal, or whatever kept the answer from coming. */
async function tryOnce(
  request: Request,
  remainingMs: number,
  { fetch, clock, timeoutMs }: TransportSettings,
): Promise<Response | ProblemError | NotModified | Failure> {
  const limit = Math.min(timeoutMs, remainingMs);
  const answered = new AbortController();
  const late = new AbortController();
  clock.sleep(limit, answered.signal).then(
    () => late.abort(new Error(`time-out after ${limit} ms`)),
    () => undefined,
  );
  try {
    const signal = AbortSignal.any([request.signal, late.signal]);
    const response = await fetch(new Request(request, { signal }));
    if (response.status === 304) return new NotModified(response);
    if (!response.ok || isForeign(response)) return await problemOf(response);
    // An answer that breaks off halfway is no answer; reading a copy here lets the retry see it.
    if (isJson(response)) await response.clone().arrayBuffer();
    return response;
  } catch (cause) {
    return { cause: late.signal.aborted ? late.signal.reason : cause };
  } finally {
    answered.abort();
  }
}

interface Failure {
  cause: unknown;
}

/** By what it is not: where a server has its own `Response`, the platform's answers are no instances of it. */
function isAnswer(outcome: Response | Error | Failure): outcome is Response {
  return !(outcome instanceof Error || "cause" in outcome);
}

/** A login page of the network, say: the API itself never answers with HTML. */
function isForeign(response: Response): boolean {
  return response.headers.get("content-type")?.startsWith("text/html") ?? false;
}

function isJson(response: Response): boolean {
  return response.headers.get("content-type")?.startsWith("application/json") ?? false;
}

function mayRepeat(outcome: Error | Failure, request: Request): boolean {
  if (outcome instanceof NotModified) return false;
  if (!(outcome instanceof ProblemError)) return isRepeatable(request);
  if (outcome.retry !== "later" || !isTransient(outcome.status)) return false;
  // Refused before anything was done, so that even a request which cannot be repeated may be.
  return outcome.status === 429 || isRepeatable(request);
}

function errorOf(outcome: Error | Failure, attempts: number, request: Request): Error {
  if (outcome instanceof Error) return outcome;
  return new NoAnswerError({ attempts, repeatable: isRepeatable(request), cause: outcome.cause });
}

function askedWait(outcome: Error | Failure, clock: Clock): number | undefined {
  if (!(outcome instanceof ProblemError) || !outcome.response) return undefined;
  return retryAfterMs(outcome.response.headers, clock.now());
}

function refusedToken(request: Request, outcome: Error | Failure): string | undefined {
  if (!(outcome instanceof ProblemError) || outcome.code !== "unauthenticated") return undefined;
  return /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
}

async function withNewToken(
  request: Request,
  refused: string,
  { renewToken }: TransportSettings,
): Promise<Request> {
  const headers = new Headers(request.headers);
  headers.set("authorization", `Bearer ${await renewToken?.(refused)}`);
  return new Request(request, { headers });
}
