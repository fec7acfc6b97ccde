import { createHash } from "node:crypto";
import { reportBallots } from "../../../sdk/index.ts";
import type { Progress, Stage } from "../step.ts";
import type { GivenBallot, Script } from "./script.ts";

/** Small enough that whoever looks at a page meanwhile does not wait. */
const atOnce = 250;

/** Reports ballots, numbered from `first`; those that were sent before an interruption are not sent again. */
export async function report(
  given: readonly GivenBallot[],
  first: number,
  { round }: Script,
  { organiser: client, marker }: Stage,
  progress: Progress,
): Promise<void> {
  const reached = Number(marker.reached(round.id) ?? 0);
  for (let start = 0; start < given.length; start += atOnce) {
    const batch = given.slice(start, start + atOnce);
    const end = first + start + batch.length;
    if (end > reached) {
      const ballots = batch.map((ballot, index) => ({
        serial: serialOf(`${round.id} ballot ${first + start + index + 1}`),
        ...ballot,
      }));
      const { results } = await reportBallots({
        client,
        path: { round: round.id },
        body: { ballots },
      });
      for (const result of results) {
        if ("problem" in result) throw new Error(`${round.id}: ${JSON.stringify(result.problem)}`);
      }
      marker.reach(round.id, String(end));
    }
    progress.advance(batch.length);
  }
}

/** Sends ballots that break a rule of theirs: an online ballot that would not count is sent back with the reason. */
export async function reportMistakes(
  given: readonly GivenBallot[],
  { round }: Script,
  { organiser: client }: Stage,
): Promise<void> {
  if (given.length === 0) return;
  const ballots = given.map((ballot, index) => ({
    serial: serialOf(`${round.id} mistake ${index + 1}`),
    ...ballot,
  }));
  const { results } = await reportBallots({ client, path: { round: round.id }, body: { ballots } });
  for (const result of results) {
    const code = "problem" in result ? result.problem.code : "recorded";
    if (code !== "off_instrument") throw new Error(`${round.id}: a mistaken ballot was ${code}`);
  }
}

/** The same for the same words: a ballot that is sent again is the same ballot. A real one is made of random bytes. */
function serialOf(words: string): string {
  return createHash("sha256").update(`wanping demonstration ${words}`).digest("base64url");
}
