import { createInterface } from "node:readline";
import { rules } from "../../conformance/checks.ts";
import { createFront } from "../../conformance/front.ts";
import { type Phase, phasesWith } from "../../conformance/phases.ts";
import type { listen } from "../../node/serve.ts";
import { now } from "./clock.ts";
import type { Backing } from "./place.ts";

interface TrialSettings {
  server: Awaited<ReturnType<typeof listen>>;
  /** Where the device finds it. */
  address: string;
  backing: Backing;
  /** Seconds without an end of a phase after which it is given up. */
  patience: number;
}

/** Serves until every phase is over, and tells the tester what to do in each. */
export async function trial({ server, address, backing, patience }: TrialSettings) {
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
  server.answerWith(async (request, { incoming }) => {
    const response = await front.handle(request);
    if (response) return response;
    incoming.socket.destroy();
    return new Response(null);
  });
  console.log(`设备应连接 The device's server: ${address}`);
  console.log(`登记码 Enrolment code: ${code}`);
  tellHow(phases.length, address);
  begin(front.phase());
  const keyboard = createInterface({ input: process.stdin });
  keyboard.on("line", () => front.goOn());
  await finished;
  keyboard.close();
  await server.stop();
  return { log: front.log, phases };
}

function tellHow(items: number, address: string): void {
  const many = rules.length;
  console.log(
    `共 ${items} 项，检验 ${many} 条规则。浏览器打开 ${address}/kiosk/#登记码，或由设备 POST /v1/enrolments 登记；Ctrl-C 中止。`,
  );
  console.log(
    `${items} items, ${many} rules. Enrol by ${address}/kiosk/#CODE in a browser, or by the device's POST /v1/enrolments; Ctrl-C stops.\n`,
  );
}
