import {
  closeRound,
  createRound,
  drawBallots,
  fixShortlist,
  getRound,
  importUnits,
  openRound,
  publishRound,
  putVisitCounts,
  recordDecision,
  recordEntries,
  uploadProgramme,
} from "../../../sdk/index.ts";
import type { Progress, Stage } from "../step.ts";
import { report, reportMistakes } from "./report.ts";
import type { Script } from "./script.ts";

/** Takes a round to its published result. Whatever was done before an interruption is found done. */
export async function play(script: Script, stage: Stage, progress: Progress): Promise<void> {
  progress.begin(script.ballots.length + (script.vote?.ballots ?? 0));
  await prepare(script, stage);
  if ((await stateOf(script, stage)) === "open") {
    await appraise(script, stage, progress);
    await closeRound({ client: stage.organiser, path: pathOf(script), body: {} });
  }
  if ((await stateOf(script, stage)) === "closed") await settle(script, stage);
  await publish(script, stage);
}

const pathOf = ({ round }: Script) => ({ round: round.id });

async function stateOf(script: Script, { organiser: client }: Stage) {
  return (await getRound({ client, path: pathOf(script) })).state;
}

async function prepare(script: Script, stage: Stage): Promise<void> {
  const { organiser: client } = stage;
  await uploadProgramme({ client, body: script.document });
  for (const body of script.imports) await importUnits({ client, body });
  if (script.visits) await putVisitCounts({ client, body: { items: [...script.visits] } });
  await createRound({ client, body: script.round });
  // Opening again opens the gate, in case the interruption came just before.
  const state = await stateOf(script, stage);
  if (state === "draft" || state === "open") await openRound({ client, path: pathOf(script) });
}

/** What happens while the round is open: ballots, ledgers, the shortlist and the vote on it. */
async function appraise(script: Script, stage: Stage, progress: Progress): Promise<void> {
  const { organiser: client } = stage;
  const path = pathOf(script);
  await reportMistakes(script.refused ?? [], script, stage);
  await report(script.ballots, 0, script, stage, progress);
  for (const { ledger, entries } of script.entries) {
    const body = { entries: [...entries] };
    await recordEntries({ client, path: { ...path, ledger }, body });
  }
  for (const body of script.named ?? []) await recordDecision({ client, path, body });
  if (!script.vote) return;
  const { lists } = await fixShortlist({ client, path });
  const given = script.vote.given(lists);
  await report(given, script.ballots.length, script, stage, progress);
}

/** What is left between counting and publication: the draw and the decisions. */
async function settle(script: Script, { organiser: client }: Stage): Promise<void> {
  const path = pathOf(script);
  if (script.draw) await drawBallots({ client, path, body: script.draw });
  for (const body of script.decided ?? []) await recordDecision({ client, path, body });
}

/** A round never goes back, so that only the states still ahead are published in. */
async function publish(script: Script, stage: Stage): Promise<void> {
  const { states } = script.document;
  const reached = states.indexOf(await stateOf(script, stage));
  for (const to of script.publishIn) {
    if (states.indexOf(to) <= reached) continue;
    await publishRound({ client: stage.organiser, path: pathOf(script), body: { to } });
  }
}
