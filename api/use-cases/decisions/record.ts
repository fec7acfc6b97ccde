import { canonicalJson } from "../../canonical.ts";
import type { Decision } from "../../domain/model.ts";
import { type Fault, Refusal } from "../../refusal.ts";
import type { FrozenRound } from "../../store/frozen-rounds.ts";
import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { requireUnsettled } from "../ledgers/require.ts";
import { requireFrozen } from "../publication/figures.ts";
import { decisionOf } from "./shape.ts";

/** Records what a role decided. The same decision again is the same decision. */
export async function recordDecision({
  ctx,
  input: { round, ...decision },
}: {
  ctx: Context;
  input: Decision & { round: string };
}) {
  requireOrganiser(ctx);
  const frozen = await requireFrozen(ctx, round);
  requireUnsettled(frozen);
  const { id, ...document } = decision;
  const errors = faultsOf(decision, frozen);
  if (errors.length > 0) throw new Refusal("invalid_body", { errors });
  const recordedAt = ctx.clock();
  await ctx.store.ledgers.decide({ id, round, document, recordedAt });
  const kept = await ctx.store.ledgers.findDecision(id);
  if (!kept || kept.round !== round || !isSame(kept.document, document)) {
    throw new Refusal("decision_exists", { existing: id });
  }
  return decisionOf(decision, kept.recordedAt);
}

function isSame(left: unknown, right: unknown): boolean {
  return canonicalJson(left) === canonicalJson(JSON.parse(JSON.stringify(right)));
}

/** A decision is about something that the programme leaves to one, and says what its kind asks. */
function faultsOf(decision: Decision, { programme, units }: FrozenRound): Fault[] {
  const { kind, about } = decision;
  const named = kind === "name-to-list" ? (programme.shortlist?.lists ?? []) : programme.awards;
  return [
    ...(named.some(({ id }) => id === about) ? [] : [fault("/about", "unknown")]),
    ...(kind === "award-count" && decision.count === undefined ? [fault("/count", "missing")] : []),
    ...(kind === "name-to-list" && !decision.units ? [fault("/units", "missing")] : []),
    ...(decision.units ?? []).flatMap((unit, index) =>
      units.has(unit) ? [] : [fault(`/units/${index}`, "unknown")],
    ),
  ];
}

const details = {
  unknown: { zh: "本轮方案中没有", en: "The round and its programme have no such thing" },
  missing: { zh: "这类决定须写明", en: "A decision of this kind has to say it" },
} as const;

function fault(pointer: string, code: keyof typeof details): Fault {
  return { pointer, code, detail: details[code] };
}
