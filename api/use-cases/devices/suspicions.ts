import { bytesToHex } from "@noble/hashes/utils.js";
import { z } from "zod";
import { type AlikeBallots, findSuspicions } from "../../domain/stuffing.ts";
import { Refusal } from "../../refusal.ts";
import type { DeviceDay } from "../../store/ballot-reviews.ts";
import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { today } from "../today.ts";
import { deviceDayLabels } from "./days.ts";

const mostDevices = 100_000;
const Answers = z.looseObject({ unit: z.string() });

/** What of a round's device ballots a person should look at. */
export async function listSuspicions({ ctx, input }: { ctx: Context; input: { round: string } }) {
  requireOrganiser(ctx);
  const round = await ctx.store.frozenRounds.find(input.round);
  if (!round) throw new Refusal("unknown_round");
  const [devices, days] = await Promise.all([
    deviceOfLabel(ctx, round.from),
    ctx.store.ballotReviews.deviceDays(round.id),
  ]);
  const groups = days.flatMap((day) => alikeOf(day, devices));
  const units = [...new Set(groups.map(({ unit }) => unit))];
  const visits = await visitsOf(ctx, units, round.from, round.to);
  return { items: findSuspicions(groups, visits).slice(0, 10_000) };
}

/** A label is no name: whoever has the key makes the labels of every device and day anew, and looks them up. */
async function deviceOfLabel(ctx: Context, from: string): Promise<Map<string, string>> {
  const devices = await ctx.store.devices.list("", mostDevices);
  const to = today(ctx);
  const found = new Map<string, string>();
  for (const { id } of devices) {
    for (const label of await deviceDayLabels(ctx, id, { from, to })) {
      found.set(bytesToHex(label), id);
    }
  }
  return found;
}

function alikeOf(day: DeviceDay, devices: ReadonlyMap<string, string>): AlikeBallots[] {
  const device = devices.get(day.label);
  if (device === undefined) return [];
  const { unit, ...answers } = Answers.parse(JSON.parse(day.answers));
  const { visitedOn: on, ballots } = day;
  return [{ device, unit, on, answers: JSON.stringify(answers), ballots }];
}

async function visitsOf(
  ctx: Context,
  units: readonly string[],
  from: string,
  to: string,
): Promise<Map<string, number>> {
  const counts = await Promise.all(units.map((unit) => ctx.store.visitCounts.of(unit, from, to)));
  return new Map(counts.flat().map(({ unit, on, visits }) => [`${unit} ${on}`, visits]));
}
