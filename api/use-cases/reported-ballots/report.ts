import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { z } from "zod";
import type { ReportedBallot } from "../../../schema/contract/past-ballots.ts";
import type { Channel } from "../../../schema/programme.ts";
import { canonicalJson } from "../../canonical.ts";
import { judge, type Reason, reasonTexts } from "../../domain/validity.ts";
import { randomSalt } from "../../random-salt.ts";
import { Refusal } from "../../refusal.ts";
import type { NewBallot } from "../../store/ballot-writer.ts";
import type { FrozenRound } from "../../store/frozen-rounds.ts";
import { requireOrganiser } from "../authorise.ts";
import { serialHash } from "../ballots/prepare.ts";
import { receiptOf } from "../ballots/receipt.ts";
import type { Context } from "../context.ts";
import { requireFrozen } from "../publication/figures.ts";

type Ballot = z.infer<typeof ReportedBallot>;

interface Input {
  round: string;
  ballots: readonly Ballot[];
}

/** Typed in from a sheet that lies there for good: what is wrong with it is kept, not sent back. */
const transcribed: readonly Channel[] = ["paper", "letter"];

/** Stores ballots that came otherwise than by a device: a receipt or a refusal for each, in order. */
export async function reportBallots({ ctx, input }: { ctx: Context; input: Input }) {
  requireOrganiser(ctx);
  const frozen = await requireFrozen(ctx, input.round);
  if (frozen.state === "draft") throw new Refusal("round_state");
  const prepared = input.ballots.map((ballot) => prepare(ballot, frozen));
  const fresh = prepared.filter((one): one is NewBallot => !(one instanceof Refusal));
  const outcomes = fresh.length === 0 ? [] : await ctx.store.ballots.write(fresh);
  const outcomeOf = new Map(fresh.map((ballot, index) => [ballot, outcomes[index]]));
  return prepared.map((one, index) => {
    if (one instanceof Refusal) return one;
    const outcome = outcomeOf.get(one);
    const serial = input.ballots[index]?.serial ?? "";
    if (!outcome) return new Refusal("storage_failed");
    return "recorded" in outcome
      ? receiptOf(serial, outcome.recorded)
      : new Refusal(outcome.outcome);
  });
}

function prepare(ballot: Ballot, frozen: FrozenRound): NewBallot | Refusal {
  const { instrument, group, channel, on, answers } = ballot;
  const { programme, units, lists } = frozen;
  if (on < frozen.from || on > frozen.to) {
    const detail = { zh: "日期不在本轮之内", en: "The date lies outside the round" };
    return offInstrument([{ pointer: "/on", code: "outside_round", detail }]);
  }
  const verdict = judge(answers, { programme, instrument, group, channel, date: on, units, lists });
  const reasons = verdict.valid ? verdict.voided : verdict.reasons;
  if (reasons.length > 0 && !transcribed.includes(channel)) return offInstrument(faultsOf(reasons));
  const drawn =
    verdict.valid &&
    programme.streams.some(({ id, draw }) => id === verdict.stream && draw !== undefined);
  const cells = verdict.valid ? verdict.cells : [];
  return {
    serial: serialHash(ballot.serial),
    round: frozen.id,
    instrument,
    group,
    channel,
    stream: verdict.valid ? verdict.stream : "",
    visitedOn: on,
    version: 0,
    token: null,
    visit: null,
    label: null,
    state: verdict.valid ? (drawn ? "undrawn" : "counted") : "invalid",
    reasons: JSON.stringify(reasons),
    answers: canonicalJson(answers),
    cells: JSON.stringify(
      cells.map(({ unit, question, answer, count, sum, sumOfSquares }) => [
        unit,
        question,
        answer,
        count,
        sum,
        sumOfSquares,
      ]),
    ),
    body: sha256(utf8ToBytes(canonicalJson(ballot))),
    salt: randomSalt(),
    credential: null,
    // It arrived when it was given, however late it is typed in; only a closed round makes it late.
    arrivedAt: Date.parse(on),
  };
}

type Fault = NonNullable<Refusal["particulars"]["errors"]>[number];

function faultsOf(reasons: readonly Reason[]): Fault[] {
  return reasons.map(({ code, pointer }) => ({
    pointer: `/answers${pointer}`,
    code,
    detail: reasonTexts[code],
  }));
}

function offInstrument(errors: readonly Fault[]): Refusal {
  return new Refusal("off_instrument", { errors });
}
