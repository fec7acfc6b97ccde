import { bytesToHex } from "@noble/hashes/utils.js";
import { z } from "zod";
import { addDays } from "../../domain/dates.ts";
import { type AlikeBallots, findSuspicions } from "../../domain/stuffing.ts";
import { Refusal } from "../../refusal.ts";
import type { DeviceDay } from "../../store/ballot-reviews.ts";
import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { today } from "../today.ts";

const mostDevices = 100_000;
const Answers = z.looseObject({ unit: z.string() });

/** What of a round's device ballots a person should look at. */
export async function listSuspicions({ ctx, input }: { ctx: Context; input: { round: string } }) {
  requireOrganiser(ctx);
  const round = await ctx.store.frozenRounds.find(input.round);
  if (!round) throw new Refusal("unknown_round");
  const days = await ctx.store.ballotReviews.deviceDays(round.id);
  const labels = new Set(days.map(({ label }) => label));
  const devices = await deviceOfLabel(ctx, round.from, labels);
  const groups = days.flatMap((day) => alikeOf(day, devices));
  const units = [...new Set(groups.map(({ unit }) => unit))];
  const visits = await visitsOf(ctx, units, round.from, round.to);
  return { items: findSuspicions(groups, visits).slice(0, 10_000) };
}

/**
 * A label is no name: whoever has the key makes the labels of every device and day anew, and looks them up. The search
 * begins with the round, since nothing arrives before its visit, and ends with the last label that is found.
 */
async function deviceOfLabel(
  ctx: Context,
  from: string,
  labels: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const devices = await ctx.store.devices.list("", mostDevices);
  const to = today(ctx);
  const found = new Map<string, string>();
  for (let day = from; day <= to && found.size < labels.size; day = addDays(day, 1)) {
    for (const { id } of devices) {
      const label = bytesToHex(await ctx.keys.deviceDay(id, day));
      if (labels.has(label)) found.set(label, id);
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
