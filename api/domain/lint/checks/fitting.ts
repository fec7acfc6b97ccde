import type { Component, Finding, Instrument, Programme } from "../../../../schema/programme.ts";
import { finding } from "../finding.ts";
import { instrumentOf, levelsOf } from "../parts.ts";

type Kind = Instrument["kind"];

/** Which ballots each way of scoring or counting can read. */
const readable: Readonly<Record<string, readonly Kind[]>> = {
  "levels-mean": ["levels", "best-and-worst"],
  "sheet-mean": ["sheet"],
  "checklist-mean": ["checklist"],
  nominations: ["nominate"],
  distribution: ["levels", "best-and-worst", "questionnaire"],
  "level-rate": ["levels", "best-and-worst"],
  questionnaire: ["questionnaire"],
};

/** Components and statistics on ballots of another kind. */
export function wrongInstruments(programme: Programme): Finding[] {
  const wrong = (kind: string, stream: string, pointer: string) => {
    const instrument = instrumentOf(programme, stream);
    const needs = readable[kind];
    if (!instrument || !needs || needs.includes(instrument.kind)) return [];
    return [
      finding("wrong_instrument", pointer, {
        stream,
        kind: instrument.kind,
        needs: needs.join(", "),
      }),
    ];
  };
  return [
    ...programme.components.flatMap((component, index) => {
      const at = `/components/${index}`;
      if (component.kind === "nominations") {
        return component.streams.flatMap((id, stream) =>
          wrong(component.kind, id, `${at}/streams/${stream}`),
        );
      }
      return "stream" in component ? wrong(component.kind, component.stream, `${at}/stream`) : [];
    }),
    ...programme.statistics.flatMap((statistic, index) =>
      "stream" in statistic
        ? wrong(statistic.kind, statistic.stream, `/statistics/${index}/stream`)
        : [],
    ),
  ];
}

/** Components that read marks where there are facts, or facts where there are marks. */
export function wrongLedgers(programme: Programme): Finding[] {
  const wrong = (ledger: string, needs: "points" | "score", pointer: string) => {
    const found = programme.ledgers.find(({ id }) => id === ledger);
    if (!found || found.kind === needs) return [];
    return [finding("wrong_ledger", pointer, { ledger, kind: found.kind, needs })];
  };
  const ofComponent = (component: Component, at: string) => {
    if (component.kind === "nominations") {
      return (component.ledgers ?? []).flatMap((id, index) =>
        wrong(id, "points", `${at}/ledgers/${index}`),
      );
    }
    if (!("ledger" in component)) return [];
    return wrong(
      component.ledger,
      component.kind === "ledger-score" ? "score" : "points",
      `${at}/ledger`,
    );
  };
  return [
    ...programme.components.flatMap((component, index) =>
      ofComponent(component, `/components/${index}`),
    ),
    ...programme.awards.flatMap((award, index) =>
      award.kind === "clean-run"
        ? (award.brokenBy ?? []).flatMap(({ ledger }, broken) =>
            wrong(ledger, "points", `/awards/${index}/brokenBy/${broken}/ledger`),
          )
        : [],
    ),
  ];
}

/** What needs to know which levels are bad ratings, where none is. */
export function nothingIsBad(programme: Programme): Finding[] {
  const harmless = (instrument: Instrument) => !levelsOf(instrument).some(({ bad }) => bad);
  const runs = programme.awards.flatMap((award, index) => {
    const instrument = award.kind === "clean-run" && instrumentOf(programme, award.stream);
    if (!instrument || !harmless(instrument)) return [];
    return [finding("nothing_is_bad", `/awards/${index}/stream`, { instrument: instrument.id })];
  });
  const opens = programme.cases?.opensOn.indexOf("bad-rating") ?? -1;
  const used = programme.streams.flatMap(({ id }) => instrumentOf(programme, id) ?? []);
  if (opens < 0 || used.some((instrument) => !harmless(instrument))) return runs;
  const instrument = used.map(({ id }) => id).join(", ");
  return [...runs, finding("nothing_is_bad", `/cases/opensOn/${opens}`, { instrument })];
}

/** Draws from ballots that are about one unit each, or in rounds that nobody opens. */
export function impossibleDraws(programme: Programme): Finding[] {
  return programme.streams.flatMap(({ id, draw }, index) => {
    const instrument = draw && instrumentOf(programme, id);
    if (!instrument) return [];
    const wide = instrument.kind === "nominate" || instrument.kind === "best-and-worst";
    if (wide && programme.continuous !== true) return [];
    return [finding("draw_not_possible", `/streams/${index}/draw`, { instrument: instrument.id })];
  });
}

/** Streams of one instrument that share a group on the same day as an earlier one. */
export function overlappingStreams({ streams }: Programme): Finding[] {
  return streams.flatMap((second, index) => {
    const groups = new Set(second.groups);
    const first = streams
      .slice(0, index)
      .find(
        (one) =>
          one.instrument === second.instrument &&
          one.groups.some((group) => groups.has(group)) &&
          windowsMeet(one.window, second.window),
      );
    if (!first) return [];
    const values = { first: first.id, second: second.id };
    return [finding("streams_overlap", `/streams/${index}`, values)];
  });
}

/** Whether two windows share a day; an absent window is the whole round. */
export function windowsMeet(
  first: Programme["streams"][number]["window"],
  second: Programme["streams"][number]["window"],
): boolean {
  if (!first || !second) return true;
  return first.from <= second.to && second.from <= first.to;
}
