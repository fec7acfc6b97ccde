import type { Award, Finding, Programme } from "../../../../schema/programme.ts";
import { finding } from "../finding.ts";
import { idsOf } from "../parts.ts";
import { entriesOfLedger, reference, references } from "./references.ts";

/** References of the ranking, the shortlist, the exemption and the awards. */
export function referencesOfOutcomes(programme: Programme): Finding[] {
  const { shortlist, exemption } = programme;
  const awards = idsOf(programme.awards);
  return [
    ...(shortlist ? figure(programme, "/shortlist/by", shortlist.by) : []),
    ...(shortlist?.carryIn ?? []).flatMap(({ list, award }, index) => [
      ...reference(
        `/shortlist/carryIn/${index}/list`,
        "shortlist/lists",
        list,
        idsOf(shortlist?.lists),
      ),
      ...reference(`/shortlist/carryIn/${index}/award`, "awards", award, awards),
    ]),
    ...reference("/exemption/award", "awards", exemption?.award, awards),
    ...rankingFigures(programme),
    ...programme.awards.flatMap((award, index) =>
      referencesOfAward(programme, award, `/awards/${index}`),
    ),
  ];
}

/** A component or a subtotal. */
function figure(programme: Programme, pointer: string, by: string): Finding[] {
  const known = new Set([...idsOf(programme.components), ...idsOf(programme.subtotals)]);
  return known.has(by) ? [] : [finding("ranking_by_nothing", pointer, { by })];
}

function rankingFigures(programme: Programme): Finding[] {
  const { ranking, total } = programme;
  if (!ranking) return [];
  return [
    ...(ranking.by === "total" && total ? [] : figure(programme, "/ranking/by", ranking.by)),
    ...(ranking.tieBreakers ?? []).flatMap((by, index) =>
      figure(programme, `/ranking/tieBreakers/${index}`, by),
    ),
  ];
}

function referencesOfAward(programme: Programme, award: Award, at: string): Finding[] {
  const awards = idsOf(programme.awards);
  return [
    ...reference(`${at}/pointsInsteadOf`, "awards", award.pointsInsteadOf, awards),
    ...(award.effects ?? []).flatMap(({ tags }, index) =>
      references(`${at}/effects/${index}/tags`, "tags", tags, idsOf(programme.tags)),
    ),
    ...(award.kind === "take" ? referencesOfPlaces(programme, award.from, `${at}/from`) : []),
    ...(award.kind === "running" ? reference(`${at}/award`, "awards", award.award, awards) : []),
    ...(award.kind === "clean-run" ? referencesOfRun(programme, award, at) : []),
  ];
}

function referencesOfPlaces(
  programme: Programme,
  from: Extract<Award, { kind: "take" }>["from"],
  at: string,
): Finding[] {
  switch (from.of) {
    case "all":
      return [];
    case "pool":
      return reference(`${at}/pool`, "pools", from.pool, idsOf(programme.pools));
    case "list":
      return reference(
        `${at}/list`,
        "shortlist/lists",
        from.list,
        idsOf(programme.shortlist?.lists),
      );
    case "award":
      return reference(`${at}/award`, "awards", from.award, idsOf(programme.awards));
  }
}

function referencesOfRun(
  programme: Programme,
  award: Extract<Award, { kind: "clean-run" }>,
  at: string,
): Finding[] {
  return [
    ...reference(`${at}/stream`, "streams", award.stream, idsOf(programme.streams)),
    ...(award.brokenBy ?? []).flatMap(({ ledger, entries }, index) => [
      ...reference(`${at}/brokenBy/${index}/ledger`, "ledgers", ledger, idsOf(programme.ledgers)),
      ...entriesOfLedger(programme, ledger, entries, `${at}/brokenBy/${index}/entries`),
    ]),
  ];
}
