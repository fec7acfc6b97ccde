import { Refusal } from "../../refusal.ts";
import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { instantOf } from "./shape.ts";

interface Input {
  id: string;
  label: string;
  kind: "device" | "platform";
  mode: "live" | "test";
}

const lifeOfCode = 7 * 24 * 3600 * 1000;
const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export async function createDevice({ ctx, input }: { ctx: Context; input: Input }) {
  requireOrganiser(ctx);
  const enrolmentCode = newCode();
  const codeExpiresAt = ctx.clock() + lifeOfCode;
  const codeHmac = await ctx.keys.enrolmentCode(enrolmentCode);
  const invited = await ctx.store.devices.invite({
    ...input,
    state: "invited",
    codeHmac,
    codeExpiresAt,
  });
  if (!invited) throw new Refusal("device_enrolled", { existing: input.id });
  return { id: input.id, enrolmentCode, expiresAt: instantOf(codeExpiresAt) };
}

/** 16 characters of 5 bits. */
function newCode(): string {
  return Array.from(
    crypto.getRandomValues(new Uint8Array(16)),
    (byte) => base32[byte % 32] ?? "",
  ).join("");
}
