import { disclose, publishedCells } from "../../domain/disclosure.ts";
import type { RoundResult as Scored } from "../../domain/result.ts";
import { pastRoundOf, scoreRound } from "../../domain/scoring.ts";
import { Refusal } from "../../refusal.ts";
import type { FrozenRound } from "../../store/frozen-rounds.ts";
import type { ReleaseFile, ReleaseRow } from "../../store/releases.ts";
import { requireOrganiser } from "../authorise.ts";
import { recount } from "../closing/recount.ts";
import type { Context } from "../context.ts";
import { requireDraws } from "../decisions/draw.ts";
import { getRound } from "../rounds/get.ts";
import { figuresOf, requireFrozen } from "./figures.ts";
import { figureFiles, roundFile } from "./files.ts";
import { correctionOf, identityOf } from "./identity.ts";
import type { Computed, Identity } from "./shape.ts";
import { targetState } from "./target-state.ts";
import { visibleNow } from "./visible.ts";

interface Input {
  round: string;
  to?: string | undefined;
  correction?: { role: string; reason: string } | undefined;
}

/** Publishes a round: once for the same figures, and with a reason where they have changed. */
export async function publishRound({ ctx, input }: { ctx: Context; input: Input }) {
  requireOrganiser(ctx);
  await ctx.store.publication.oneAtATime(input.round, () => publish(ctx, input));
  return getRound({ ctx, input: { round: input.round } });
}

async function publish(ctx: Context, input: Input): Promise<void> {
  const frozen = await requireFrozen(ctx, input.round);
  const newest = await ctx.store.releases.newest(frozen.id);
  const state = targetState(frozen, newest?.state, input.to);
  const computed = await compute(ctx, frozen);
  const figures = figureFiles(computed);
  if (newest) {
    const published = await ctx.store.releases.hashes(frozen.id, newest.number);
    const again = [...figures, roundFile(computed, identityOf(newest))];
    if (newest.state === state && isSame(again, published)) return;
    const changed = figures.some(({ path, sha256 }) => published.get(path) !== sha256);
    if (changed && !input.correction) throw new Refusal("correction_unexplained");
  }
  const identity: Identity = {
    number: (newest?.number ?? 0) + 1,
    state,
    publishedAt: ctx.clock(),
    ...(input.correction && { correction: input.correction }),
  };
  await release(ctx, computed, identity, figures);
  await endLateWindow(ctx, frozen);
}

/** Recounts, scores and decides what may be shown. */
async function compute(ctx: Context, frozen: FrozenRound): Promise<Computed> {
  const ballotsByState = await ctx.store.counting.ballotsByState(frozen.id);
  await requireDraws(ctx, frozen, ballotsByState);
  const counters = await recount(ctx, frozen);
  const { programme } = frozen;
  const figures = await figuresOf(ctx, frozen, counters);
  const scored = scoreRound(programme, figures);
  const visible = await visibleNow(ctx, frozen, figures);
  return {
    frozen,
    figures,
    scored,
    visible,
    shown: disclose(programme, figures, scored, {}, visible),
    cells: publishedCells(programme, figures, visible),
    ballotsByState,
  };
}

function isSame(files: readonly ReleaseFile[], published: ReadonlyMap<string, string>): boolean {
  return (
    files.length === published.size &&
    files.every(({ path, sha256 }) => published.get(path) === sha256)
  );
}

async function release(
  ctx: Context,
  computed: Computed,
  identity: Identity,
  figures: readonly ReleaseFile[],
): Promise<void> {
  const { frozen, scored } = computed;
  const { publication } = ctx.store;
  const claim = await publication.claim(frozen.id, identity.number, frozen.revision);
  if (!claim) {
    throw new Refusal("round_state", {
      what: {
        zh: "轮次在计算期间发生了变化，请重试",
        en: "The round changed while its result was computed; try again",
      },
    });
  }
  await publication.stage(claim, [...figures, roundFile(computed, identity)]);
  const past = pastRoundOf(frozen.id, frozen.programme, computed.figures, {
    ...scored,
    awards: publicAwards(computed),
  });
  const runs = past.runs.map((run) =>
    computed.visible(run.stream, run.unit).ballots === undefined ? { ...run, hidden: true } : run,
  );
  const row: ReleaseRow = {
    round: frozen.id,
    number: identity.number,
    state: identity.state,
    reason: correctionOf(identity),
    publishedAt: identity.publishedAt,
    outcome: JSON.stringify({ ...past, runs }),
  };
  await publication.seal(claim, row);
}

/** What rests on a figure that nobody may see is held only once a decision confirms it. */
function publicAwards({ scored, shown }: Computed): Scored["awards"] {
  const seen = new Map(shown.awards.map((award) => [award.award, award]));
  return scored.awards.flatMap((award) => {
    const { state, holders } = seen.get(award.award) ?? {};
    return state === undefined || state === "proposed" || !holders ? [] : [{ ...award, holders }];
  });
}

/** Once no ballot can arrive in time any more, nothing needs to tell whether a visit was rated. */
async function endLateWindow(ctx: Context, frozen: FrozenRound): Promise<void> {
  if (ctx.clock() >= frozen.acceptsUntilAt) await ctx.keys.destroyVisitKey(frozen.id);
}
