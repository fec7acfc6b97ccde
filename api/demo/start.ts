import { createWanping } from "../../sdk/index.ts";
import type { DemoClock } from "./clock.ts";
import { DemoMarker } from "./marker.ts";
import { naming, playSteps } from "./play.ts";
import { pastRounds } from "./rounds/index.ts";
import type { Stage } from "./step.ts";
import { inviteOwnDevice } from "./steps/own-device.ts";
import { keepThisMonthOpen } from "./steps/this-month.ts";
import { steps } from "./steps.ts";
import { wherePastResultsAre, whereToLook } from "./where-to-look.ts";

interface DemoSettings {
  /** Where the server of this process listens. */
  listening: string;
  /** Where its clients find it, if elsewhere. */
  publicOrigin: string | undefined;
  clock: DemoClock;
  folder: string;
  /** Makes a bearer token of the organiser. */
  token: (seconds: number) => Promise<string>;
}

/**
 * Plays the demonstration on a service that has just started, or goes on where it was interrupted. Leaves a folder alone that
 * holds somebody's own data.
 */
export async function startDemo(settings: DemoSettings): Promise<void> {
  const { listening, publicOrigin: address = listening, clock, folder } = settings;
  const marker = DemoMarker.find(folder);
  if (!marker) return;
  const fetch = address === listening ? globalThis.fetch : leadingTo(listening);
  const source = { token: () => settings.token(3600), renew: () => settings.token(3600) };
  // Closing and publishing answer once everything is computed, which a busy machine takes its time for.
  const patience = { timeoutMs: 60_000, deadlineMs: 120_000 };
  const organiser = createWanping({ baseUrl: address, fetch, token: source, ...patience });
  const stage: Stage = { address, fetch, clock, folder, organiser, marker };
  if (steps.some(({ id }) => !marker.isDone(id))) {
    console.log(
      "演示：平阳县的单位名单，内乡县的评价规则，虚构的评价 | Demonstration: Pingyang's units, Neixiang's rules, invented ratings",
    );
  }
  try {
    await playSteps(steps, stage);
  } finally {
    clock.release();
  }
  await naming({ zh: "开启本月的一轮", en: "this month's round opened" }, () =>
    keepThisMonthOpen(stage),
  );
  const ownDevice = await naming({ zh: "体验用的评价器", en: "a device to try out" }, () =>
    inviteOwnDevice(stage),
  );
  whereToLook(address, ownDevice);
  if (pastRounds.some(({ id }) => !marker.isDone(id))) {
    console.log(
      "其余四个县的往期轮次在后台演示 | Past rounds of the other four counties follow in the background",
    );
  }
  await playSteps(pastRounds, stage);
  wherePastResultsAre(address);
}

/** Takes requests to this machine that are addressed to the public origin, which may not be served yet. */
function leadingTo(listening: string): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { method, headers, signal } = request;
    const { pathname, search } = new URL(request.url);
    const body = request.body && (await request.arrayBuffer());
    return globalThis.fetch(listening + pathname + search, { method, headers, signal, body });
  };
}
