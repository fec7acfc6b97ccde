import { sha256 } from "@noble/hashes/sha2.js";
import { base64url } from "jose";
import type { Answers, Channel } from "../../../schema/programme.ts";
import { canonicalJson } from "../../canonical.ts";
import type { Cell } from "../../domain/model.ts";
import { judge, type Reason, reasonTexts } from "../../domain/validity.ts";
import { randomSalt } from "../../random-salt.ts";
import { Refusal } from "../../refusal.ts";
import type { DirectoryDevice } from "../../store/ballot-directory.ts";
import type { NewBallot } from "../../store/ballot-writer.ts";
import type { FrozenRound } from "../../store/frozen-rounds.ts";
import type { Context } from "../context.ts";
import { assignmentOn } from "../devices/assigned.ts";
import { today } from "../today.ts";

/** What makes a ballot sent again a replay. */
export interface Sent {
  serial: string;
  body: unknown;
}

/** A ballot on its way in, whoever sent it, with what is known of the visit. */
export interface Cast {
  programme: string;
  /** The form, where the sender names it. */
  instrument?: string | undefined;
  answers: Answers;
  channel: Channel;
  /** Date of the visit in the county. */
  date: string;
  /** Whether that is only the date of arrival, since the ballot's own cannot be. */
  byArrival?: boolean;
  /** What makes the visit unique in its round: its reference, or the fingerprint of that which a scanned code bears. */
  visit: string | Uint8Array | undefined;
  /** The device, and the key it proved itself by. */
  device: DirectoryDevice;
  credential: string;
}

const utf8 = new TextEncoder();
/** Kept with the ballot, for whoever examines the urn. */
const datedByArrival = JSON.stringify([{ code: "dated_by_arrival" }]);

/** What a serial is stored under. */
export function serialHash(serial: string): Uint8Array {
  return sha256(base64url.decode(serial));
}

/** The same for the same ballot however its JSON was spelled. */
export function bodyHash(body: unknown): Uint8Array {
  return sha256(utf8.encode(canonicalJson(body)));
}

/** Judges a ballot by the round of its visit date, and makes it ready for the urn. Refuses what may not be sent. */
export async function prepare(ctx: Context, sent: Sent, cast: Cast): Promise<NewBallot> {
  const { row } = cast.device;
  const { instrument, group } = formOf(cast);
  const round = await ctx.store.directory.roundOn(cast.programme, cast.date);
  if (!round) throw new Refusal("round_not_open");
  const { stream, cells, drawn } = verdictOf(cast, round, instrument, group);
  return {
    serial: serialHash(sent.serial),
    round: round.id,
    instrument,
    group,
    channel: cast.channel,
    stream,
    visitedOn: cast.date,
    version: 0,
    token: null,
    visit: await visitOf(ctx, cast, round),
    label: await ctx.keys.deviceDay(row.id, today(ctx)),
    state: row.mode === "test" ? "test" : drawn ? "undrawn" : "counted",
    reasons: cast.byArrival ? datedByArrival : "[]",
    answers: canonicalJson(cast.answers),
    cells: JSON.stringify(cells.map(storedCell)),
    body: bodyHash(sent.body),
    salt: randomSalt(),
    credential: cast.credential,
    arrivedAt: ctx.clock(),
  };
}

/**
 * A late ballot is never scored, so that nothing needs to tell whether its visit was rated: the key by which a reference could be
 * told ends here at the latest, and asking for it would make it anew. A code keeps its fingerprint, for it shall not add late
 * ballots without end.
 */
async function visitOf(ctx: Context, cast: Cast, round: FrozenRound): Promise<Uint8Array | null> {
  const { visit } = cast;
  const ended = ctx.clock() >= round.acceptsUntilAt;
  if (ended) await ctx.keys.destroyVisitKey(round.id);
  if (visit === undefined || (ended && typeof visit === "string")) return null;
  const fingerprint = typeof visit === "string" ? await ctx.keys.visit(round.id, visit) : visit;
  // An installer who tries a visit out must not use it up.
  return cast.device.row.mode === "test" ? sha256(fingerprint) : fingerprint;
}

/** Form and group of the assignment under which this device rated this unit on this date. */
function formOf({ device, answers, programme, instrument, date }: Cast) {
  const assignment = assignmentOn(device, { unit: unitOf(answers), programme }, date);
  if (instrument !== undefined && instrument !== assignment.instrument) {
    throw offInstrument([{ code: "off_instrument", pointer: "" }], "/instrument");
  }
  return assignment;
}

function unitOf(answers: Answers): string {
  if ("unit" in answers) return answers.unit;
  throw offInstrument([{ code: "off_instrument", pointer: "/kind" }]);
}

/** A sender can be told what is wrong while the person is there: what a paper ballot keeps as void, it is refused. */
function verdictOf(
  cast: Cast,
  { programme, units }: FrozenRound,
  instrument: string,
  group: string,
) {
  const { answers, channel, date } = cast;
  const verdict = judge(answers, { programme, instrument, group, channel, date, units });
  if (!verdict.valid) throw offInstrument(verdict.reasons);
  if (verdict.voided.length > 0) throw offInstrument(verdict.voided);
  const { stream, cells } = verdict;
  const drawn = programme.streams.find(({ id }) => id === stream)?.draw !== undefined;
  return { stream, cells, drawn };
}

export function offInstrument(reasons: readonly Reason[], place = "/answers"): Refusal {
  return new Refusal("off_instrument", {
    errors: reasons.map(({ code, pointer }) => ({
      pointer: place + pointer,
      code,
      detail: reasonTexts[code],
    })),
  });
}

function storedCell({ unit, question, answer, count, sum, sumOfSquares }: Cell) {
  return [unit, question, answer, count, sum, sumOfSquares];
}
