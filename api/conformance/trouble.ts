import { exampleOf } from "../../schema/contract/problem.ts";
import type { ProblemCode } from "../../schema/contract/problems.ts";
import { ballotsIn, type Exchange } from "./exchange.ts";
import { type Fault, retryAfterSeconds } from "./phases.ts";

type Service = (request: Request) => Promise<Response>;

interface Trouble {
  service: Service;
  now: number;
  /** Serials of the phase, in the order in which they first came; those of this request included. */
  serials: readonly string[];
}

/** What the device gets in place of the service's answer; undefined where the line is cut. */
export async function makeTrouble(
  fault: Fault,
  request: Request,
  exchange: Exchange,
  { service, now, serials }: Trouble,
): Promise<Response | undefined> {
  const date = new Date(now).toUTCString();
  switch (fault.kind) {
    case "cut before":
      return undefined;
    case "cut after":
      await service(request);
      return undefined;
    case "page":
      return new Response("<!doctype html><title>Log in</title><p>Welcome to this network", {
        headers: { "content-type": "text/html; charset=utf-8", date },
      });
    case "answer":
      return refusal(fault.code, now, fault.retryAfter);
    case "refuse whole": {
      const bad = ballotsIn(exchange).some(({ serial }) => serial === serials[0]);
      return bad ? refusal(fault.code, now) : service(request);
    }
    case "refuse": {
      const codes = new Map(fault.codes.map((code, index) => [serials[index], code]));
      return refuseSome(request, exchange, { service, date, now, codeOf: (it) => codes.get(it) });
    }
  }
}

interface Refusing {
  service: Service;
  date: string;
  now: number;
  codeOf: (serial: string) => ProblemCode | undefined;
}

/** Refuses some ballots of a request, and has the service answer for the rest. */
async function refuseSome(
  request: Request,
  exchange: Exchange,
  { service, date, now, codeOf }: Refusing,
): Promise<Response> {
  const ballots = ballotsIn(exchange);
  const codes = ballots.map(({ serial }) => codeOf(serial));
  const rest = ballots.filter((_, index) => codes[index] === undefined);
  const [only] = codes;
  if (rest.length === ballots.length) return service(request);
  if (exchange.path === "/v1/ballots" && only) return refusal(only, now);
  const passed = await passOn(service, request, rest);
  const results = codes.map((code) =>
    code ? { status: exampleOf(code).status, problem: exampleOf(code) } : passed.shift(),
  );
  return Response.json({ results }, { headers: { date } });
}

async function passOn(service: Service, request: Request, ballots: object[]): Promise<object[]> {
  if (ballots.length === 0) return [];
  const { url, method, headers } = request;
  const kept = new Headers(headers);
  kept.delete("content-length");
  const body = JSON.stringify({ ballots });
  const response = await service(new Request(url, { method, headers: kept, body }));
  const { results }: { results: object[] } = await response.json();
  return results;
}

function refusal(code: ProblemCode, now: number, retryAfter?: "seconds" | "date"): Response {
  // A date has whole seconds: one more, so that it is never too early.
  const until = new Date(now + (retryAfterSeconds + 1) * 1000).toUTCString();
  const wait = retryAfter === "date" ? until : String(retryAfterSeconds);
  return new Response(JSON.stringify(exampleOf(code)), {
    status: exampleOf(code).status,
    headers: {
      "content-type": "application/problem+json",
      date: new Date(now).toUTCString(),
      ...(retryAfter && { "retry-after": wait }),
    },
  });
}

/** The time before which an answer asks not to be asked again. */
export function retryAtOf(response: Response, now: number): number | undefined {
  const text = response.headers.get("retry-after");
  if (text === null) return undefined;
  return /^\d+$/.test(text) ? now + Number(text) * 1000 : Date.parse(text);
}
