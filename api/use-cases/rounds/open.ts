import type { Programme } from "../../../schema/programme.ts";
import type { UnitSnapshot } from "../../domain/model.ts";
import { Refusal } from "../../refusal.ts";
import type { RoundRow, RoundUnitRow } from "../../store/rounds.ts";
import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { documentOf } from "../programmes/shape.ts";
import { findRound } from "./find.ts";
import { roundOf } from "./shape.ts";

/** A unit as a round freezes it: what the rules need, and the names that results are published under. */
interface FrozenUnit extends UnitSnapshot {
  name: string;
  nameEn?: string | undefined;
  agencyName: string;
  agencyNameEn?: string | undefined;
}

/**
 * Opens a round, exactly once. The registry says so first, with the units, and the urn's gate follows: a crash between
 * the two leaves an open round that takes no ballots yet, devices keep theirs (`round_not_open`), and repeating the
 * request opens the gate. The other way round, ballots would come in for a round that has frozen no units.
 */
export async function openRound({ ctx, input }: { ctx: Context; input: { round: string } }) {
  requireOrganiser(ctx);
  const draft = await findRound(ctx, input.round);
  if (draft.state === "draft") await ctx.store.rounds.open(draft, await frozenUnits(ctx, draft));
  const row = await findRound(ctx, input.round);
  if (row.state !== "open") throw new Refusal("round_state");
  await ctx.store.rounds.openGate(row);
  return roundOf(ctx, row);
}

async function frozenUnits(ctx: Context, row: RoundRow): Promise<RoundUnitRow[]> {
  const { pools } = await programmeOf(ctx, row);
  const found = await ctx.store.units.inPools(
    pools.map(({ id }) => id),
    row.from,
  );
  if (found.length === 0) {
    throw new Refusal("round_state", {
      what: {
        zh: "首日没有属于本方案类别的单位",
        en: "No unit belongs to a pool of the programme on the first day",
      },
    });
  }
  return found.map(({ unit, agencyName, agencyNameEn }) => {
    const snapshot: FrozenUnit = {
      id: unit.unit,
      name: unit.name,
      nameEn: unit.nameEn ?? undefined,
      agency: unit.agency,
      agencyName,
      agencyNameEn: agencyNameEn ?? undefined,
      pool: unit.pool,
      tags: unit.tags,
      system: unit.system,
      managedBy: unit.managedBy,
      ...(unit.township !== null && { township: unit.township }),
    };
    return { round: row.id, unit: unit.unit, snapshot: JSON.stringify(snapshot) };
  });
}

async function programmeOf(ctx: Context, { programme, version }: RoundRow): Promise<Programme> {
  const row = await ctx.store.programmes.find(programme, version);
  if (!row) throw new Error(`round of an unknown programme ${programme} ${version}`);
  return documentOf(row);
}
