import { createInterface } from "node:readline";
import { type Http2Bindings, type HttpBindings, serve } from "@hono/node-server";
import { createFront } from "../../conformance/front.ts";
import { type Phase, phasesWith } from "../../conformance/phases.ts";
import { now } from "./clock.ts";
import type { Backing } from "./place.ts";

type Bindings = HttpBindings | Http2Bindings;

interface TrialSettings {
  host: string;
  port: string;
  publicOrigin: string | undefined;
  backing: Backing;
  /** Seconds without an end of a phase after which it is given up. */
  patience: number;
}

/** Serves until every phase is over, and tells the tester what to do in each. */
export async function trial({ host, port, publicOrigin, backing, patience }: TrialSettings) {
  const [code, secondCode] = backing.codes;
  const phases = phasesWith(secondCode);
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let alarm: NodeJS.Timeout | undefined;
  const begin = (phase: Phase | undefined) => {
    clearTimeout(alarm);
    if (!phase) return finish();
    console.log(`[${phase.id}] ${phase.todo.zh} ${phase.todo.en}`);
    alarm = setTimeout(() => front.giveUp(), patience * 1000);
  };
  const front = createFront({ phases, service: backing.service, now, onPhase: begin });
  const answer = async (request: Request, { incoming }: Bindings) => {
    const response = await front.handle(request);
    if (response) return response;
    incoming.socket.destroy();
    return new Response(null);
  };
  const settings = { hostname: host, port: Number(port), fetch: answer };
  const server = serve(settings, ({ port: taken }) => {
    console.log(`设备应连接 The device's server: ${publicOrigin ?? `http://${host}:${taken}`}`);
    console.log(`登记码 Enrolment code: ${code}\n`);
    begin(front.phase());
  });
  const keyboard = createInterface({ input: process.stdin });
  keyboard.on("line", () => front.goOn());
  await finished;
  keyboard.close();
  server.close();
  return { log: front.log, phases };
}
