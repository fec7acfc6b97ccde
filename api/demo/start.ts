import { createWanping } from "../../sdk/index.ts";
import type { DemoClock } from "./clock.ts";
import { DemoMarker } from "./marker.ts";
import { showProgress } from "./progress.ts";
import { pastRounds } from "./rounds/index.ts";
import type { Stage, Step } from "./step.ts";
import { keepThisMonthOpen } from "./steps/this-month.ts";
import { steps } from "./steps.ts";
import { wherePastResultsAre, whereToLook } from "./where-to-look.ts";

interface DemoSettings {
  address: string;
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
  const marker = DemoMarker.find(settings.folder);
  if (!marker) return;
  const source = { token: () => settings.token(3600), renew: () => settings.token(3600) };
  // Closing and publishing answer once everything is computed, which a busy machine takes its time for.
  const patience = { timeoutMs: 60_000, deadlineMs: 120_000 };
  const organiser = createWanping({ baseUrl: settings.address, token: source, ...patience });
  const stage: Stage = { ...settings, organiser, marker };
  const waiting = steps.filter(({ id }) => !marker.isDone(id));
  if (waiting.length > 0) {
    console.log(
      "演示：平阳县的单位名单，内乡县的评价规则，虚构的评价 | Demonstration: Pingyang's units, Neixiang's rules, invented ratings",
    );
  }
  try {
    for (const step of waiting) await play(step, stage);
  } finally {
    settings.clock.release();
  }
  await keepThisMonthOpen(stage);
  whereToLook(settings.address);
  const past = pastRounds.filter(({ id }) => !marker.isDone(id));
  if (past.length > 0) {
    console.log(
      "其余四个县的往期轮次在后台演示 | Past rounds of the other four counties follow in the background",
    );
  }
  for (const step of past) await play(step, stage);
  wherePastResultsAre(settings.address);
}

async function play(step: Step, stage: Stage): Promise<void> {
  const progress = showProgress(`${step.title.zh} ${step.title.en}`);
  try {
    await step.run(stage, progress);
    stage.marker.finish(step.id);
  } finally {
    progress.end();
  }
}
