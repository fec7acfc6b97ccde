import type { Bench, Sides } from "./bench.ts";
import { startServer } from "./process.ts";

type Figure = (perSecond: number) => number;

/** Two works of one server, which measures itself: nothing else runs meanwhile. */
async function compareWorks(
  server: { script: string; ballots: number },
  works: { subject: string; baseline: string },
  figure: Figure,
): Promise<Sides> {
  const { address, close } = await startServer(server.script, { BALLOTS: String(server.ballots) });
  const run = async (work: string, seconds: number) => {
    const answer = await fetch(`${address}/${work}?seconds=${seconds}`);
    return figure(Number(await answer.text()));
  };
  return {
    subject: (seconds) => run(works.subject, seconds),
    baseline: (seconds) => run(works.baseline, seconds),
    close,
  };
}

/**
 * A round's tally from its counters, against grouping its ballots anew. A recount takes longer the more ballots there are,
 * counters do not: a thousand times faster at ten million is a hundred times for each million.
 */
export const tallyCounters = (ballots: number): Bench => ({
  name: "tally-counters",
  unit: "tallies/s",
  target: { of: "ratio", bound: ballots / 10_000, better: "more" },
  open: () =>
    compareWorks(
      { script: "servers/counted.ts", ballots },
      { subject: "counters", baseline: "recount" },
      (perSecond) => perSecond,
    ),
});

/**
 * Everything that publishing does: each ballot judged again by the rules and compared with the counters, scores, disclosure,
 * explanations and files. The baseline is the least that a publication can be, the sums of the same ballots in one statement.
 */
export const publish = (ballots: number): Bench => ({
  name: "publish",
  unit: "s",
  target: { of: "ratio", bound: 10, better: "less" },
  open: () =>
    compareWorks(
      { script: "servers/closed.ts", ballots },
      { subject: "publish", baseline: "recount" },
      (perSecond) => 1 / perSecond,
    ),
});
