import type { Component, Programme, Text } from "../../../schema/programme.ts";

interface Labelled {
  id: string;
  label: Text;
}

/** What the steps of a component refer to, by id. Names of other kinds may be alike, so each component has its own. */
export function labelsFor(programme: Programme, component: Component): Map<string, Text> {
  return toMap(thingsOf(programme, component));
}

export function componentLabels(programme: Programme): Map<string, Text> {
  return toMap(programme.components);
}

function toMap(things: readonly Labelled[]): Map<string, Text> {
  return new Map(things.map(({ id, label }) => [id, label]));
}

function thingsOf(programme: Programme, component: Component): readonly Labelled[] {
  switch (component.kind) {
    case "levels-mean":
      return levelsOf(programme, component.stream);
    case "sheet-mean":
    case "checklist-mean":
      return programme.groups;
    case "nominations":
      return [...programme.streams, ...programme.ledgers];
    case "deduction-sheet":
      return component.parts.flatMap((part) => [
        part,
        // A period has no label of its own: its dates say what it is.
        ...(part.periods ?? []).map(({ id, window }) => ({ id, label: datesOf(window) })),
      ]);
    case "ledger-score": {
      const ledger = programme.ledgers.find(({ id }) => id === component.ledger);
      return ledger?.kind === "score" ? ledger.assessors : [];
    }
    case "ledger-points":
      return [];
  }
}

function levelsOf(programme: Programme, stream: string): readonly Labelled[] {
  const form = programme.instruments.find(
    ({ id }) => id === programme.streams.find((one) => one.id === stream)?.instrument,
  );
  if (form?.kind === "levels") return form.levels;
  return form?.kind === "best-and-worst" ? Object.values(form.levels) : [];
}

function datesOf({ from, to }: { from: string; to: string }): Text {
  return { zh: `${from}至${to}`, en: `${from} to ${to}` };
}
