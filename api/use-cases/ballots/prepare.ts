import { sha256 } from "@noble/hashes/sha2.js";
import { base64url } from "jose";
import type { Ballot } from "../../../schema/contract/ballots.ts";
import type { Answers } from "../../../schema/programme.ts";
import { canonicalJson } from "../../canonical.ts";
import type { Cell } from "../../domain/model.ts";
import { judge, type Reason, reasonTexts } from "../../domain/validity.ts";
import { Refusal } from "../../refusal.ts";
import type { DirectoryDevice } from "../../store/ballot-directory.ts";
import type { NewBallot } from "../../store/ballot-writer.ts";
import type { FrozenRound } from "../../store/frozen-rounds.ts";
import type { Context } from "../context.ts";
import { today } from "../today.ts";
import { visitDate } from "./visit-date.ts";

/** Who casts: a device, by the key that its token was bought with. */
export interface Caster {
  device: DirectoryDevice;
  credential: string;
}

const utf8 = new TextEncoder();

/** What a serial is stored under. */
export function serialHash(serial: string): Uint8Array {
  return sha256(base64url.decode(serial));
}

/** The same for the same ballot however its JSON was spelled. */
export function bodyHash(ballot: Ballot): Uint8Array {
  return sha256(utf8.encode(canonicalJson(ballot)));
}

/** Judges a device's ballot by the round of its visit date, and makes it ready for the urn. Refuses what the device may not send. */
export async function prepare(ctx: Context, caster: Caster, ballot: Ballot): Promise<NewBallot> {
  const { row } = caster.device;
  const now = ctx.clock();
  const { timeZone } = ctx.county;
  const offsetSeconds = row.clockOffsetSeconds;
  const date = visitDate(ballot.ratedAt, { now, offsetSeconds, timeZone });
  const group = groupOf(caster.device, ballot, date);
  const round = await ctx.store.directory.roundOn(ballot.programme, date);
  if (!round) throw new Refusal("round_not_open");
  const { stream, cells, drawn } = verdictOf(ballot, round, group, date);
  return {
    serial: serialHash(ballot.serial),
    round: round.id,
    instrument: ballot.instrument,
    group,
    channel: "kiosk",
    stream,
    visitedOn: date,
    version: 0,
    token: null,
    visit: ballot.visit === undefined ? null : await ctx.keys.visit(round.id, ballot.visit),
    label: await ctx.keys.deviceDay(row.id, today(ctx)),
    state: row.mode === "test" ? "test" : drawn ? "undrawn" : "counted",
    reasons: "[]",
    answers: canonicalJson(ballot.answers),
    cells: JSON.stringify(cells.map(storedCell)),
    body: bodyHash(ballot),
    salt: crypto.getRandomValues(new Uint8Array(32)),
    credential: caster.credential,
    arrivedAt: now,
  };
}

/** The group of the assignment under which this device rated this unit on this date. */
function groupOf(device: DirectoryDevice, ballot: Ballot, date: string): string {
  const unit = unitOf(ballot.answers);
  const assignment = device.assignments.find(
    (candidate) =>
      candidate.unit === unit &&
      candidate.programme === ballot.programme &&
      candidate.from <= date &&
      (candidate.until === null || date <= candidate.until),
  );
  if (!assignment) throw new Refusal("unit_not_assigned");
  if (assignment.instrument !== ballot.instrument) {
    throw offInstrument([{ code: "off_instrument", pointer: "" }], "/instrument");
  }
  return assignment.group;
}

function unitOf(answers: Answers): string {
  if ("unit" in answers) return answers.unit;
  throw offInstrument([{ code: "off_instrument", pointer: "/kind" }]);
}

/** A device can be told what is wrong while the person stands there: what a paper ballot keeps as void, it is refused. */
function verdictOf(ballot: Ballot, round: FrozenRound, group: string, date: string) {
  const { programme, units } = round;
  const verdict = judge(ballot.answers, {
    programme,
    instrument: ballot.instrument,
    group,
    channel: "kiosk",
    date,
    units,
  });
  if (!verdict.valid) throw offInstrument(verdict.reasons);
  if (verdict.voided.length > 0) throw offInstrument(verdict.voided);
  const { stream, cells } = verdict;
  const drawn = programme.streams.find(({ id }) => id === stream)?.draw !== undefined;
  return { stream, cells, drawn };
}

function offInstrument(reasons: readonly Reason[], place = "/answers"): Refusal {
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
