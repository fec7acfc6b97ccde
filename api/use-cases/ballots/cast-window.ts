import { base64url } from "jose";
import type { Answers } from "../../../schema/programme.ts";
import { Refusal } from "../../refusal.ts";
import { requireWindow } from "../authorise.ts";
import type { Context } from "../context.ts";
import { enrolledDevice } from "../devices/current.ts";
import { offInstrument } from "./prepare.ts";
import { record } from "./record.ts";

/** Casts the one rating that a scanned code allows, by its unit, date and visit. */
export async function castWindowBallot({
  ctx,
  input,
}: {
  ctx: Context;
  input: { serial: string; answers: Answers };
}) {
  const window = requireWindow(ctx);
  const { device, credential } = await enrolledDevice(ctx, window.device, window.credential);
  const { serial, answers } = input;
  const [result] = await record(ctx, [
    {
      serial,
      body: { ...input, code: window.visit },
      cast() {
        if (!("unit" in answers) || answers.unit !== window.unit) {
          throw offInstrument([{ code: "off_instrument", pointer: "/unit" }]);
        }
        return {
          ...{ answers, device, credential },
          programme: window.programme,
          channel: "qr",
          date: window.visitedOn,
          visit: base64url.decode(window.visit),
        };
      },
    },
  ]);
  if (!result || result instanceof Refusal) throw result ?? new Refusal("internal");
  return result;
}
