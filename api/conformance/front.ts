import type { JWK } from "jose";
import { asksForToken, assertionText, ballotsIn, type Exchange, jsonIn } from "./exchange.ts";
import { keyIn, signerOf } from "./keys.ts";
import { isOver, type Phase } from "./phases.ts";
import { makeTrouble, retryAtOf } from "./trouble.ts";

export interface FrontSettings {
  phases: readonly Phase[];
  /** The real service. */
  service: (request: Request) => Promise<Response>;
  /** The service's clock. */
  now: () => number;
  /** Told when a phase begins, and when all are over. */
  onPhase: (phase: Phase | undefined) => void;
}

export type Front = ReturnType<typeof createFront>;

/** Stands before a real service, makes trouble phase by phase, and notes what the device does about it. */
export function createFront({ phases, service, now, onPhase }: FrontSettings) {
  const log: Exchange[] = [];
  const keys: JWK[] = [];
  let index = 0;
  let resumed = false;

  const ofPhase = () => log.filter(({ phase }) => phase === phases[index]?.id);

  /** Serials that came for the first time in this phase. */
  function serials(): string[] {
    const id = phases[index]?.id;
    const earlier = new Set(log.filter(({ phase }) => phase !== id).flatMap(serialsIn));
    return [...new Set(ofPhase().flatMap(serialsIn))].filter((serial) => !earlier.has(serial));
  }

  /** Undefined where the line is cut. */
  async function handle(request: Request): Promise<Response | undefined> {
    const exchange = await noted(request);
    const phase = phases[index];
    const fault = phase?.fault?.({ path: exchange.path, before: ofPhase(), resumed });
    exchange.trouble = fault !== undefined;
    log.push(exchange);
    const response = fault
      ? await makeTrouble(fault, request, exchange, { service, now: now(), serials: serials() })
      : await service(request);
    if (response) await noteAnswer(exchange, response);
    if (phases[index] === phase && phase && isOver(phase, ofPhase(), serials().length)) next();
    return response;
  }

  async function noted(request: Request): Promise<Exchange> {
    const body = await request.clone().text();
    const path = new URL(request.url).pathname;
    const key = keyIn(body);
    if (key) keys.push(key);
    return {
      phase: phases[index]?.id ?? "after",
      at: now(),
      path,
      token: request.headers.get("authorization") ?? undefined,
      body,
      trouble: false,
      status: 0,
      answer: undefined,
      signedBy: asksForToken({ path }) ? await signerOf(assertionText(body), keys) : undefined,
    };
  }

  async function noteAnswer(exchange: Exchange, response: Response): Promise<void> {
    const retryAt = retryAtOf(response, now());
    exchange.status = response.status;
    exchange.answer = jsonIn(await response.clone().text());
    if (retryAt !== undefined) exchange.retryAt = retryAt;
  }

  function next(): void {
    index += 1;
    resumed = false;
    onPhase(phases[index]);
  }

  /** Leaves a phase that does not end: what is missing then shows. Without an enrolment there is nothing more to try. */
  function giveUp(): void {
    if (index === 0) index = phases.length - 1;
    if (phases[index]) next();
  }

  return {
    log,
    handle,
    phase: () => phases[index],
    /** The tester pressed Enter: the network comes back; or, where nothing waits for that, the phase is given up. */
    goOn(): void {
      if (phases[index]?.pauses && !resumed) resumed = true;
      else giveUp();
    },
    giveUp,
  };
}

function serialsIn(exchange: Exchange): string[] {
  return ballotsIn(exchange).map(({ serial }) => serial);
}
