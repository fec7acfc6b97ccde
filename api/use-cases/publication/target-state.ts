import { Refusal } from "../../refusal.ts";
import type { FrozenRound } from "../../store/frozen-rounds.ts";

const publishing: readonly string[] = ["preliminary", "published", "final"];

/**
 * The state in which a release puts its round. Unless told otherwise it is the programme's first that publishes, and then the
 * same again: to repeat a request must never move a round on.
 */
export function targetState(
  { state, programme }: FrozenRound,
  newest: string | undefined,
  wanted: string | undefined,
): string {
  const states: readonly string[] = programme.states;
  const offered = states.filter((one) => publishing.includes(one));
  const target = wanted ?? newest ?? offered[0];
  const closed = state !== "draft" && state !== "open";
  const backwards = states.indexOf(target ?? "") < states.indexOf(newest ?? "");
  if (!closed || target === undefined || !offered.includes(target) || backwards) {
    throw new Refusal("round_state", {
      what: {
        zh: `轮次状态为“${state}”，方案可公布的状态：${offered.join("、") || "无"}`,
        en: `The round is "${state}"; its programme publishes in: ${offered.join(", ") || "no state"}`,
      },
    });
  }
  return target;
}
