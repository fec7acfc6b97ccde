import { Answers, Channel } from "../../../schema/programme.ts";
import type { Cell } from "../../domain/model.ts";
import { mergeCells, subtractCells } from "../../domain/tally.ts";
import { judge } from "../../domain/validity.ts";
import { type Fault, Refusal } from "../../refusal.ts";
import type { CountedBallot } from "../../store/counting.ts";
import type { FrozenRound } from "../../store/frozen-rounds.ts";
import type { Context } from "../context.ts";

const ballotsAtOnce = 1000;
const mostFaults = 100;
const mostAttempts = 3;

/**
 * Counts every ballot anew: what it says is judged again by the frozen programme and units, and the sum must be the
 * counters, cell by cell. Refuses with `recount_differs` and the places otherwise; returns the counters.
 */
export async function recount(ctx: Context, frozen: FrozenRound): Promise<Cell[]> {
  for (let attempt = 1; ; attempt += 1) {
    const { cells, ballots, faults } = await countAnew(ctx, frozen);
    const counters = await ctx.store.counting.cells(frozen.id);
    const known = (await ctx.store.counting.ballotsByState(frozen.id)).get("counted") ?? 0;
    faults.push(...subtractCells(counters, cells).map(differingCounter));
    if (known !== ballots) faults.push(differingBallots(known, ballots));
    if (faults.length === 0) return counters;
    // A ballot that was set apart or reinstated while the others were read is no difference: then all are read again.
    // One that is there stays there.
    if (attempt === mostAttempts) {
      throw new Refusal("recount_differs", { errors: faults.slice(0, mostFaults) });
    }
  }
}

/** Reads every counted ballot, a page at a time. */
async function countAnew(ctx: Context, frozen: FrozenRound) {
  const faults: Fault[] = [];
  let counted: Cell[] = [];
  let ballots = 0;
  let after = "";
  for (;;) {
    const page = await ctx.store.counting.countedBallots(frozen.id, after, ballotsAtOnce);
    const cells = page.map((ballot) => cellsAnew(ballot, frozen));
    page.forEach(({ serial }, index) => {
      if (!cells[index] && faults.length < mostFaults) faults.push(invalidBallot(serial));
    });
    counted = mergeCells(counted, ...cells.map((one) => one ?? []));
    ballots += page.length;
    after = page.at(-1)?.serial ?? "";
    if (page.length < ballotsAtOnce) return { cells: counted, ballots, faults };
    await othersAreServed();
  }
}

/** The embedded store answers at once, so that without this nobody else would be answered before the last page. */
const othersAreServed = () => new Promise((resolve) => setTimeout(resolve, 0));

/** What the ballot adds by the rules; undefined where it would not be counted, or not in this stream. */
function cellsAnew(ballot: CountedBallot, frozen: FrozenRound): Cell[] | undefined {
  const answers = Answers.safeParse(jsonOf(ballot.answers));
  const channel = Channel.safeParse(ballot.channel);
  if (!answers.success || !channel.success) return undefined;
  const verdict = judge(answers.data, {
    programme: frozen.programme,
    instrument: ballot.instrument,
    group: ballot.group,
    channel: channel.data,
    date: ballot.visitedOn,
    units: frozen.units,
    lists: frozen.lists,
  });
  return verdict.valid && verdict.stream === ballot.stream ? verdict.cells : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function invalidBallot(serial: string): Fault {
  return {
    pointer: `/ballots/${serial.toLowerCase()}`,
    code: "ballot_not_valid",
    detail: {
      zh: "这张票按规则不应计入",
      en: "By the rules this ballot should not be counted",
    },
  };
}

function differingCounter({ unit, stream, group, channel, question, answer, count }: Cell): Fault {
  const place = [unit, stream, group, channel, question, answer].map((part) =>
    part.replaceAll("~", "~0").replaceAll("/", "~1"),
  );
  return {
    pointer: `/cells/${place.join("/")}`,
    code: "counter_differs",
    detail: {
      zh: `计数比选票${count < 0 ? "少" : "多"} ${Math.abs(count)}`,
      en: `The counter holds ${Math.abs(count)} ${count < 0 ? "less" : "more"} than the ballots`,
    },
  };
}

function differingBallots(known: number, found: number): Fault {
  return {
    pointer: "/states/counted",
    code: "ballots_differ",
    detail: {
      zh: `应有选票 ${known} 张，实有 ${found} 张`,
      en: `There should be ${known} ballots and there are ${found}`,
    },
  };
}
