import { Refusal } from "../refusal.ts";
import type { Actor, Context } from "./context.ts";

/** Opens every use case of an organiser, so that a route which forgot its guard is refused all the same. */
export function requireOrganiser(ctx: Context): Extract<Actor, { kind: "organiser" }> {
  if (ctx.actor.kind === "public") throw new Refusal("unauthenticated");
  if (ctx.actor.kind !== "organiser") throw new Refusal("forbidden");
  return ctx.actor;
}

export function requireWindow(ctx: Context): Extract<Actor, { kind: "window" }> {
  if (ctx.actor.kind === "public") throw new Refusal("unauthenticated");
  if (ctx.actor.kind !== "window") throw new Refusal("forbidden");
  return ctx.actor;
}

export function requireDevice(ctx: Context): Extract<Actor, { kind: "device" }> {
  if (ctx.actor.kind === "public") throw new Refusal("unauthenticated");
  if (ctx.actor.kind !== "device") throw new Refusal("forbidden");
  return ctx.actor;
}
