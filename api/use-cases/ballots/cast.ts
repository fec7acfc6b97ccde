import type { Ballot } from "../../../schema/contract/ballots.ts";
import { problemKinds } from "../../../schema/contract/problems.ts";
import type { Channel } from "../../../schema/programme.ts";
import { Refusal } from "../../refusal.ts";
import type { DirectoryDevice } from "../../store/ballot-directory.ts";
import type { Context } from "../context.ts";
import { currentDevice } from "../devices/current.ts";
import { type Cast, offInstrument } from "./prepare.ts";
import { type Receipt, record } from "./record.ts";
import { visitDate } from "./visit-date.ts";

interface Caster {
  device: DirectoryDevice;
  credential: string;
}

/** Casts one ballot of the device that asks. */
export async function castBallot({ ctx, input }: { ctx: Context; input: Ballot }) {
  const [result] = await castBallots({ ctx, input: [input] });
  if (!result || result instanceof Refusal) throw result ?? new Refusal("internal");
  return result;
}

/**
 * Casts several, each on its own: a receipt or a refusal for each, in order. A refusal among them is one that its form
 * already met.
 */
export async function castBallots({
  ctx,
  input,
}: {
  ctx: Context;
  input: readonly (Ballot | Refusal)[];
}): Promise<(Receipt | Refusal)[]> {
  const caster = await currentDevice(ctx);
  const ballots = input.filter((one): one is Ballot => !(one instanceof Refusal));
  const results = await record(
    ctx,
    ballots.map((ballot) => ({
      serial: ballot.serial,
      body: ballot,
      cast: () => castOf(ctx, caster, ballot),
    })),
  );
  const settled = ballots.filter((_, index) => isSettled(results[index]));
  await noteNumbers(ctx, caster, settled);
  const resultOf = new Map(ballots.map((ballot, index) => [ballot, results[index]]));
  return input.map((one) =>
    one instanceof Refusal ? one : (resultOf.get(one) ?? new Refusal("internal")),
  );
}

function castOf(ctx: Context, { device, credential }: Caster, ballot: Ballot): Cast {
  const { programme, instrument, answers, visit } = ballot;
  const { kind, clockOffsetSeconds, clockReportedAt } = device.row;
  return {
    programme,
    instrument,
    answers,
    channel: channelOf(kind, ballot.channel),
    ...visitDate(ballot.ratedAt, {
      now: ctx.clock(),
      offsetSeconds: clockReportedAt === null ? undefined : clockOffsetSeconds,
      timeZone: ctx.county.timeZone,
    }),
    visit,
    device,
    credential,
  };
}

function channelOf(kind: "device" | "platform", named: Ballot["channel"]): Channel {
  if (kind === "platform") return named ?? "platform";
  if (named !== undefined) {
    throw offInstrument([{ code: "channel_not_offered", pointer: "" }], "/channel");
  }
  return "kiosk";
}

/** Recorded, or refused for ever. */
function isSettled(result: Receipt | Refusal | undefined): boolean {
  return result instanceof Refusal
    ? problemKinds[result.code].retry === "never"
    : result !== undefined;
}

/** A number has arrived if its ballot is settled. The urn holds no trace of it. */
async function noteNumbers(
  ctx: Context,
  { device }: Caster,
  ballots: readonly Ballot[],
): Promise<void> {
  const ranges = ballots.flatMap(({ number }) =>
    number === undefined ? [] : [{ first: number, last: number }],
  );
  await ctx.store.deviceNumbers.add(device.row.id, ranges);
}
