import { type Programme, readProgramme } from "../../../schema/programme.ts";
import { disclose } from "../../domain/disclosure.ts";
import { lint } from "../../domain/lint.ts";
import { scoreRound } from "../../domain/scoring.ts";
import { Refusal } from "../../refusal.ts";
import type { FrozenRound } from "../../store/frozen-rounds.ts";
import { requireOrganiser } from "../authorise.ts";
import { recount } from "../closing/recount.ts";
import type { Context } from "../context.ts";
import { figuresOf, requireFrozen } from "../publication/figures.ts";
import { visibleNow } from "../publication/visible.ts";

type Changes = Partial<
  Pick<
    Programme,
    | "components"
    | "subtotals"
    | "total"
    | "shortlist"
    | "exemption"
    | "minimumVolume"
    | "ranking"
    | "awards"
  >
> & { weights?: Record<string, number> | undefined };

/** Who would move under other rules. Nothing is stored, and only what may be shown is compared. */
export async function whatIf({
  ctx,
  input: { round, ...changes },
}: {
  ctx: Context;
  input: Changes & { round: string };
}) {
  requireOrganiser(ctx);
  const frozen = await requireFrozen(ctx, round);
  if (frozen.state === "draft" || frozen.state === "open") throw new Refusal("round_state");
  const changed = changedProgramme(frozen.programme, changes);
  const figures = await figuresOf(ctx, frozen, await recount(ctx, frozen));
  const visible = await visibleNow(ctx, frozen, figures);
  const shownUnder = (programme: Programme) =>
    disclose(programme, figures, scoreRound(programme, figures), {}, visible).units;
  const before = shownUnder(frozen.programme);
  const after = shownUnder(changed);
  const units = after.flatMap(({ unit, total, rank }, index) => {
    const old = before[index];
    if (!old || (isSame(old.total, total) && isSame(old.rank, rank))) return [];
    const name = nameOf(frozen, unit);
    return [{ unit, name, total, rank, totalBefore: old.total, rankBefore: old.rank }];
  });
  return { units };
}

function nameOf({ units }: FrozenRound, unit: string): string {
  return units.get(unit)?.name ?? unit;
}

function isSame(left: object, right: object): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function changedProgramme(programme: Programme, { weights = {}, ...parts }: Changes): Programme {
  const present = Object.fromEntries(
    Object.entries(parts).filter(([, part]) => part !== undefined),
  );
  const groups = programme.groups.map((group) => {
    const weight = Object.hasOwn(weights, group.id) ? weights[group.id] : undefined;
    return weight === undefined ? group : { ...group, weight };
  });
  const reading = readProgramme({ ...programme, ...present, groups });
  const findings = "findings" in reading ? reading.findings : lint(reading.programme);
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors.length > 0 || "findings" in reading) {
    throw new Refusal("programme_invalid", {
      errors: errors
        .slice(0, 100)
        .map(({ pointer, code, message }) => ({ pointer, code, detail: message })),
    });
  }
  return reading.programme;
}
