import type { Component, Programme } from "../../../schema/programme.ts";
import type { UnitSnapshot } from "../model.ts";
import type { ComponentResult } from "../result.ts";
import { streamNamed } from "../scoring/context.ts";
import { hidden, type Shown, shownOutcome } from "./figure.ts";
import type { Visibility } from "./visibility.ts";

/** The streams of ballots that a component rests on; a ledger is no ballot. */
export function streamsOf(component: Component): readonly string[] {
  if (component.kind === "nominations") return component.streams;
  return "stream" in component ? [component.stream] : [];
}

/** Whether the component's figure tells groups apart. */
export function weighsGroups(component: Component, programme: Programme): boolean {
  return (
    component.kind === "sheet-mean" &&
    component.weights !== "equal-ballots" &&
    streamNamed(programme, component.stream).groups.length > 1
  );
}

/** Whether a mean over all units may be worked out, as the figures that it fills up allow. */
export type MeanIsSafe = (stream: string) => boolean;

/**
 * Only where it takes in no unit that is hidden: whatever their number, a mean at either end of the scale says of
 * each of them what all of its ballots were.
 */
export function meanIsSafe(
  units: readonly UnitSnapshot[],
  ballotsOf: (stream: string, unit: string) => number,
  visible: Visibility,
): MeanIsSafe {
  const known = new Map<string, boolean>();
  return (stream) => {
    const safe =
      known.get(stream) ??
      units.every(
        ({ id }) => visible(stream, id).ballots !== undefined || ballotsOf(stream, id) === 0,
      );
    known.set(stream, safe);
    return safe;
  };
}

/** A component's figure in public. */
export function discloseComponent(
  component: Component,
  result: ComponentResult,
  unit: string,
  rules: { programme: Programme; visible: Visibility; meanIsSafe: MeanIsSafe },
): Shown {
  const { outcome, flags } = result;
  if (outcome.status === "not_computable" && outcome.reason === "not_shortlisted") {
    return shownOutcome(outcome);
  }
  const streams = streamsOf(component);
  const views = streams.map((stream) => rules.visible(stream, unit));
  if (views.some((view) => view.ballots === undefined)) return hidden.fewBallots;
  if (weighsGroups(component, rules.programme) && views.some((view) => !view.byGroup)) {
    return hidden.smallGroup;
  }
  if (flags.includes("small_sample") && !streams.every(rules.meanIsSafe)) {
    return hidden.smallUnitInMean;
  }
  return shownOutcome(outcome);
}

/** A sum is shown only where every part is: otherwise the hidden part could be subtracted. */
export function restingOn(parts: readonly Shown[], own: Shown): Shown {
  if (parts.some(({ status }) => status === "insufficient")) return hidden.fewBallots;
  if (parts.some(({ status }) => status === "withheld")) return hidden.restsOnWithheld;
  return own;
}
