import type { Award, Effect, Programme } from "../../../schema/programme.ts";
import { exact } from "../exact.ts";
import type { UnitSnapshot } from "../model.ts";
import type { AwardResult } from "../result.ts";

type Holder = AwardResult["holders"][number];
type Applied = AwardResult["effects"][number];
type Units = ReadonlyMap<string, UnitSnapshot>;

/** What an award does, to whom. `outranked` hold an award whose points stand in place of this one's. */
export function effectsOf(
  award: Award,
  holders: readonly Holder[],
  units: Units,
  outranked: ReadonlySet<string>,
): Applied[] {
  return (award.effects ?? []).flatMap((effect) =>
    holders.flatMap((holder) => {
      const fitting = holder.units.flatMap((id) => {
        const unit = units.get(id);
        return unit && fits(effect, unit) ? [unit] : [];
      });
      if (holder.recipient !== "unit" && effect.recipient !== "unit") {
        return onHolder(effect, holder, fitting);
      }
      return fitting.flatMap((unit) => onUnit(effect, unit, outranked.has(unit.id)));
    }),
  );
}

/** Units that hold an award which replaces the points of this one. */
export function outrankedIn(
  award: Award,
  programme: Programme,
  heldBy: (award: string) => readonly string[],
): Set<string> {
  const instead = programme.awards.filter((other) => other.pointsInsteadOf === award.id);
  return new Set(instead.flatMap((other) => heldBy(other.id)));
}

function fits(effect: Effect, unit: UnitSnapshot): boolean {
  const { managedBy, tags } = effect;
  if (managedBy !== undefined && managedBy !== "any" && managedBy !== unit.managedBy) return false;
  return tags === undefined || tags.some((tag) => unit.tags.includes(tag));
}

function onUnit(effect: Effect, unit: UnitSnapshot, replaced: boolean): Applied[] {
  const id = idOf(effect, unit);
  // A unit that no township manages has no township for the effect to fall on.
  if (effect.recipient === "township" && id === undefined) return [];
  return bodyOf(effect, replaced).map((body) => ({
    recipient: effect.recipient,
    unit: unit.id,
    ...(id === undefined ? {} : { id }),
    ...body,
  }));
}

/** An agency or township that holds an award through several units gets each effect once. */
function onHolder(effect: Effect, holder: Holder, fitting: readonly UnitSnapshot[]): Applied[] {
  const [first] = fitting;
  if (!first) return [];
  const own = effect.recipient === holder.recipient ? holder.id : idOf(effect, first);
  return bodyOf(effect, false).map((body) => ({
    recipient: effect.recipient,
    ...(own === undefined ? {} : { id: own }),
    ...body,
  }));
}

/** People are recipients without a name. */
function idOf({ recipient }: Effect, unit: UnitSnapshot): string | undefined {
  if (recipient === "unit") return unit.id;
  if (recipient === "agency") return unit.agency;
  return recipient === "township" ? unit.township : undefined;
}

function bodyOf(effect: Effect, replaced: boolean): Pick<Applied, "points" | "text" | "months">[] {
  const { points, text, months } = effect;
  const kept = points !== undefined && !replaced ? { points: exact(points) } : {};
  if (points !== undefined && replaced && text === undefined) return [];
  return [
    {
      ...kept,
      ...(text === undefined ? {} : { text }),
      ...(months === undefined ? {} : { months }),
    },
  ];
}
