import type { Award } from "../../../schema/programme.ts";
import { groupBy } from "../group-by.ts";
import type { UnitSnapshot } from "../model.ts";
import type { AwardResult, Flag } from "../result.ts";
import { named, ProgrammeFault } from "../scoring/context.ts";
import { effectsOf, outrankedIn } from "./effects.ts";
import { cleanRunAward, runningAward } from "./history.ts";
import { type AwardContext, decisionAward, type Proposal, takeAward } from "./holders.ts";

/** An award with the units that hold it, before it is written down for its recipients. */
interface Settled {
  award: Award;
  units: readonly string[];
  flags: readonly Flag[];
  state: AwardResult["state"];
  order?: readonly string[] | undefined;
}

/** Gives the awards of a round. An award may rest on another; none may rest on itself. */
export function giveAwards(context: Omit<AwardContext, "heldBy">): AwardResult[] {
  const { programme } = context;
  const done = new Map<string, Settled>();
  const running = new Set<string>();
  const settle = (id: string): Settled => {
    const known = done.get(id);
    if (known) return known;
    if (running.has(id)) throw new ProgrammeFault(`award ${id} rests on itself`);
    running.add(id);
    const award = named(programme.awards, id);
    const settled = decide(award, propose(award, { ...context, heldBy }), context);
    done.set(id, settled);
    return settled;
  };
  const heldBy = (id: string) => {
    const { units, state } = settle(id);
    return { units, settled: state !== "proposed" };
  };
  const units = new Map(context.units.map((unit) => [unit.id, unit]));
  return programme.awards.map((award) => {
    const settled = settle(award.id);
    const outranked = outrankedIn(award, programme, (id) => settle(id).units);
    return write(settled, units, outranked);
  });
}

function propose(award: Award, context: AwardContext): Proposal {
  switch (award.kind) {
    case "take":
      return takeAward(award, context);
    case "by-decision":
      return decisionAward(award, context);
    case "clean-run":
      return cleanRunAward(award, context);
    case "running":
      return runningAward(award, context);
  }
}

/**
 * An award that a role must confirm, or that rests on something unsettled or unknown, stays a proposal until the
 * recorded decision. A decision may name the units; where they are others than proposed, that is flagged.
 */
function decide(
  award: Award,
  proposal: Proposal,
  { figures, units }: Omit<AwardContext, "heldBy">,
): Settled {
  const { flags, order, unsettled } = proposal;
  const confirmed = figures.decisions.findLast(
    ({ kind, about }) => kind === "confirm-award" && about === award.id,
  );
  if (!confirmed) {
    const open = award.confirmedBy !== undefined || unsettled || flags.includes("volume_unknown");
    const state = open ? "proposed" : award.kind === "by-decision" ? "confirmed" : "final";
    return { award, units: proposal.units, flags, state, order };
  }
  const known = new Set(units.map(({ id }) => id));
  const named = confirmed.units?.filter((unit) => known.has(unit)) ?? proposal.units;
  const same =
    named.length === proposal.units.length && named.every((unit) => proposal.units.includes(unit));
  const settledFlags = same ? flags : [...flags, "differs_from_proposal" as const];
  return { award, units: named, flags: settledFlags, state: "confirmed", order };
}

function write(
  { award, units, flags, state, order }: Settled,
  snapshots: ReadonlyMap<string, UnitSnapshot>,
  outranked: ReadonlySet<string>,
): AwardResult {
  const holders = holdersOf(award, units, snapshots);
  return {
    award: award.id,
    holders,
    order,
    state,
    flags,
    effects: effectsOf(award, holders, snapshots, outranked),
  };
}

/** Agencies and townships hold an award through their units. A person holds it as the unit's, without a name. */
function holdersOf(
  award: Award,
  units: readonly string[],
  snapshots: ReadonlyMap<string, UnitSnapshot>,
): AwardResult["holders"] {
  const { recipient } = award;
  if (recipient !== "agency" && recipient !== "township") {
    return units.map((unit) => ({ recipient: "unit", id: unit, units: [unit] }));
  }
  const owners = groupBy(units, (unit) => snapshots.get(unit)?.[recipient] ?? "");
  owners.delete("");
  return [...owners].map(([id, own]) => ({ recipient, id, units: own }));
}
