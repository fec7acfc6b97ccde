import { exampleOf } from "../../schema/contract/problem.ts";
import type { ProblemCode } from "../../schema/contract/problems.ts";
import { ballotsIn, type Exchange, recordedIn } from "./exchange.ts";
import { clockAheadMs, type Fault, type Phase, phases, retryAfterSeconds } from "./phases.ts";

export interface FrontSettings {
  /** The real service. */
  service: (request: Request) => Promise<Response>;
  now: () => number;
  /** Told when a phase begins, and when all are over. */
  onPhase: (phase: Phase | undefined) => void;
}

export type Front = ReturnType<typeof createFront>;

/** Stands before a real service, makes trouble phase by phase, and notes what the device does about it. */
export function createFront({ service, now, onPhase }: FrontSettings) {
  const log: Exchange[] = [];
  let index = 0;
  let resumed = false;
  const refused = new Map<string, string>();

  const ofPhase = () => log.filter(({ phase }) => phase === phases[index]?.id);

  /** Undefined where the line is cut. */
  async function handle(request: Request): Promise<Response | undefined> {
    const phase = phases[index];
    const path = new URL(request.url).pathname;
    const exchange: Exchange = {
      phase: phase?.id ?? "after",
      at: now(),
      path,
      token: request.headers.get("authorization") ?? undefined,
      body: await request.clone().text(),
      answered: false,
      status: 0,
      recorded: [],
    };
    const fault = phase?.fault?.(path, ofPhase(), resumed);
    log.push(exchange);
    const response = await answer(request, exchange, fault);
    if (response) {
      exchange.answered = true;
      exchange.status = response.status;
      exchange.recorded = recordedIn(path, response.status, await response.clone().text());
    }
    advance();
    return response;
  }

  async function answer(
    request: Request,
    exchange: Exchange,
    fault: Fault | undefined,
  ): Promise<Response | undefined> {
    if (fault?.kind === "cut before") return undefined;
    if (fault?.kind === "answer") return refusal(fault.code, fault.status, now());
    if (fault?.kind === "refuse first") return refuseFirst(request, exchange);
    const response = await service(request);
    return fault?.kind === "cut after" ? undefined : response;
  }

  /** The first ballot of the phase never reaches the service; the others do. */
  async function refuseFirst(request: Request, exchange: Exchange): Promise<Response> {
    const ballots = ballotsIn(exchange);
    const [first] = ballots;
    if (first && !refused.has(exchange.phase)) refused.set(exchange.phase, first.serial);
    const bad = refused.get(exchange.phase);
    const rest = ballots.filter(({ serial }) => serial !== bad);
    if (rest.length === ballots.length) return service(request);
    if (exchange.path === "/v1/ballots") return refusal("off_instrument", 422, now());
    const passed = await passOn(request, rest);
    const results = ballots.map(({ serial }) =>
      serial === bad
        ? { status: 422, problem: exampleOf("off_instrument") }
        : passed.results.shift(),
    );
    return Response.json({ results }, { headers: { date: new Date(now()).toUTCString() } });
  }

  async function passOn(request: Request, ballots: object[]): Promise<{ results: object[] }> {
    if (ballots.length === 0) return { results: [] };
    const { url, method, headers } = request;
    const kept = new Headers(headers);
    kept.delete("content-length");
    const body = JSON.stringify({ ballots });
    const response = await service(new Request(url, { method, headers: kept, body }));
    return response.json();
  }

  /** A phase is over when the device has seen a confirmation of everything that it was to deliver. */
  function advance(): void {
    const phase = phases[index];
    if (!phase) return;
    const exchanges = ofPhase();
    const confirmed = new Set(exchanges.flatMap(({ recorded }) => recorded));
    const done =
      phase.ratings === 0
        ? exchanges.some(({ path, status }) => path === "/v1/token" && status === 200)
        : confirmed.size >= phase.recorded && allSeen(phase, exchanges);
    if (!done) return;
    index += 1;
    resumed = false;
    onPhase(phases[index]);
  }

  return {
    log,
    handle,
    phase: () => phases[index],
    /** The tester has done what the phase asked for: the network comes back. */
    resume() {
      resumed = true;
    },
  };
}

/** A refused rating has to have been tried too, before the next phase begins. */
function allSeen(phase: Phase, exchanges: readonly Exchange[]): boolean {
  const serials = new Set(exchanges.flatMap(ballotsIn).map(({ serial }) => serial));
  return serials.size >= phase.ratings;
}

function refusal(code: ProblemCode, status: number, now: number): Response {
  const ahead = code === "invalid_client" ? clockAheadMs : 0;
  return new Response(JSON.stringify(exampleOf(code)), {
    status,
    headers: {
      "content-type": "application/problem+json",
      date: new Date(now + ahead).toUTCString(),
      ...(status === 503 && { "retry-after": String(retryAfterSeconds) }),
    },
  });
}
