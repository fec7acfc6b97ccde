import { base64url } from "jose";
import { addDays, endOfDay } from "../../domain/dates.ts";
import { signWindowToken } from "../../keys/window-token.ts";
import { Refusal } from "../../refusal.ts";
import type { Context } from "../context.ts";
import { today } from "../today.ts";
import { assignmentOn } from "./assigned.ts";
import { currentDevice } from "./current.ts";
import { instantOf } from "./shape.ts";

interface Input {
  unit: string;
  programme: string;
  visit?: string | undefined;
}

const withoutVisit = 10 * 60 * 1000;

/** Makes the token of a code at the window: short, or as long as the programme lets a known visit be rated. */
export async function openWindow({ ctx, input }: { ctx: Context; input: Input }) {
  const { device, credential } = await currentDevice(ctx);
  const now = ctx.clock();
  const visitedOn = today(ctx);
  const { group } = assignmentOn(device, input, visitedOn);
  const round = await ctx.store.directory.roundOn(input.programme, visitedOn);
  if (!round) throw new Refusal("round_not_open");
  const { groups, lateRatingDays = 0 } = round.programme;
  if (!groups.find(({ id }) => id === group)?.channels.includes("qr")) throw noQr();
  const expiresAt =
    input.visit === undefined
      ? now + withoutVisit
      : Math.max(
          now + withoutVisit,
          endOfDay(addDays(visitedOn, lateRatingDays), ctx.county.timeZone),
        );
  const { unit, programme, visit = `code ${crypto.randomUUID()}` } = input;
  const hash = await ctx.keys.visit(round.id, visit);
  const claims = { device: device.row.id, credential, unit, programme, visitedOn };
  const token = await signWindowToken(
    ctx.keys,
    { ...claims, visit: base64url.encode(hash) },
    { now, expiresAt },
  );
  return { token, expiresAt: instantOf(expiresAt), visitedOn, visit };
}

function noQr(): Refusal {
  const detail = {
    zh: "方案没有为这个群体开放二维码评价",
    en: "The programme does not offer this group a code to scan",
  };
  return new Refusal("off_instrument", {
    errors: [{ pointer: "/programme", code: "channel_not_offered", detail }],
  });
}
