import type { Award, Finding, Programme } from "../../../../schema/programme.ts";
import { finding } from "../finding.ts";
import { placesOnList } from "../parts.ts";

/** Awards that need what the programme does not have. */
export function awardsInTheAir(programme: Programme): Finding[] {
  const { awards, ranking, minimumVolume } = programme;
  return awards.flatMap((award, index) => {
    const at = `/awards/${index}`;
    const ranked = award.kind === "take" || award.kind === "by-decision";
    return [
      ...(ranked && !ranking ? [finding("no_ranking", at, { award: award.id })] : []),
      ...(award.minimumVolume && !minimumVolume
        ? [finding("no_minimum_volume", `${at}/minimumVolume`, { award: award.id })]
        : []),
      ...(award.kind === "take" ? placesBeyond(programme, award, at) : []),
    ];
  });
}

function placesBeyond(
  programme: Programme,
  award: Extract<Award, { kind: "take" }>,
  at: string,
): Finding[] {
  const places = placesAvailable(programme, award.from);
  if (places === undefined || award.places.to <= places) return [];
  return [
    finding("places_beyond", `${at}/places/to`, { award: award.id, to: award.places.to, places }),
  ];
}

/** How many there are to count among; undefined where the document does not say. */
function placesAvailable(
  programme: Programme,
  from: Extract<Award, { kind: "take" }>["from"],
): number | undefined {
  if (from.of === "list") return programme.shortlist && placesOnList(programme);
  if (from.of !== "award") return undefined;
  const outer = programme.awards.find(({ id }) => id === from.award);
  return outer?.kind === "take" ? outer.places.to - outer.places.from + 1 : undefined;
}

/** Parts for shortlisted units in a programme without a shortlist, and ballots that mark more than there is. */
export function shortlistNeeds(programme: Programme): Finding[] {
  const { shortlist } = programme;
  const scored = programme.components.flatMap((component, index) =>
    !shortlist && component.kind === "levels-mean" && component.only === "shortlisted"
      ? [finding("no_shortlist", `/components/${index}/only`, { part: component.id })]
      : [],
  );
  const marked = programme.instruments.flatMap((instrument, index) => {
    if (instrument.kind !== "best-and-worst" || !shortlist) return [];
    const lists = instrument.among === "shortlist" ? shortlist.lists.length : 1;
    const places = placesOnList(programme) * lists;
    const marks = instrument.best + instrument.worst;
    if (marks <= places) return [];
    return [finding("more_marks_than_places", `/instruments/${index}`, { marks, places })];
  });
  return [...scored, ...marked];
}

/** What needs earlier rounds, in a programme that runs once. */
export function missingHistory(programme: Programme): Finding[] {
  if (programme.cycle !== "single") return [];
  const { exemption, shortlist, minimumVolume, awards } = programme;
  const needs = (pointer: string, part: string) => [finding("no_history", pointer, { part })];
  return [
    ...(exemption ? needs("/exemption", "exemption") : []),
    ...(shortlist?.carryIn ? needs("/shortlist/carryIn", "shortlist/carryIn") : []),
    ...((minimumVolume?.trailingRounds ?? 1) > 1
      ? needs("/minimumVolume/trailingRounds", "minimumVolume")
      : []),
    ...awards.flatMap((award, index) =>
      award.kind === "running" || (award.kind === "clean-run" && award.rounds > 1)
        ? needs(`/awards/${index}/rounds`, award.id)
        : [],
    ),
  ];
}

/** Cuts at which a tie would take every tied unit. */
export function missingTieBreakers({ ranking, awards, shortlist }: Programme): Finding[] {
  if (!ranking || (ranking.tieBreakers ?? []).length > 0) return [];
  const cuts = awards.flatMap((award) => (award.kind === "take" ? [`awards/${award.id}`] : []));
  if (shortlist?.places.some(({ chosen }) => chosen === "by-score")) cuts.unshift("shortlist");
  return cuts.length === 0
    ? []
    : [finding("no_tie_breaker", "/ranking", { cuts: cuts.join(", ") })];
}

/** A minimum that is said to bar awards, and bars none. */
export function idleMinimumVolume({ minimumVolume, awards }: Programme): Finding[] {
  if (minimumVolume?.appliesTo !== "award" || awards.some((award) => award.minimumVolume))
    return [];
  return [finding("minimum_volume_idle", "/minimumVolume")];
}
