import fc from "fast-check";
import { expect, test } from "vitest";
import { lint } from "../../../api/domain/lint.ts";
import type { Cell, LedgerEntry, RoundFigures, UnitSnapshot } from "../../../api/domain/model.ts";
import { scoreRound } from "../../../api/domain/scoring.ts";
import { cellsOf } from "../../../api/domain/tally/ballot.ts";
import {
  type Answers,
  type Instrument,
  type Ledger,
  type Programme,
  readProgramme,
} from "../../../schema/programme.ts";
import { programmeIds, programmeOf } from "../language/documents.ts";
import { figuresWith, unit } from "../support/figures.ts";
import { spoiltDocument } from "./spoiling.ts";

/** Units of every pool and system, managed in every way. */
function unitsOf({ pools, shortlist }: Programme): UnitSnapshot[] {
  const systems = shortlist?.places.map(({ system }) => system) ?? ["general"];
  const managements = ["agency", "township", "dual"] as const;
  return pools.flatMap((pool, p) =>
    systems.flatMap((system, s) =>
      managements.map((managedBy, m) =>
        unit(`u-${p}-${s}-${m}`, { pool: pool.id, system, managedBy, township: "t-1" }),
      ),
    ),
  );
}

/** One ballot about a unit, whatever the form asks. */
function answersTo(form: Instrument, about: string): Answers {
  switch (form.kind) {
    case "levels":
      return { kind: "levels", unit: about, level: form.levels[0]?.id ?? "" };
    case "sheet": {
      const lines = form.rules.flatMap(({ indicators }) =>
        indicators.flatMap((one) => one.parts ?? [one]),
      );
      return {
        kind: "sheet",
        unit: about,
        points: Object.fromEntries(lines.map(({ id, points }) => [id, points])),
      };
    }
    case "checklist":
      return {
        kind: "checklist",
        unit: about,
        items: Object.fromEntries(form.items.map(({ id }) => [id, "met" as const])),
      };
    case "nominate":
      return {
        kind: "nominate",
        nominations: [{ unit: about, problems: form.problems.slice(0, 1).map(({ id }) => id) }],
      };
    case "best-and-worst":
      return { kind: "best-and-worst", best: [about], worst: [] };
    case "questionnaire":
      return { kind: "questionnaire", unit: about, questions: {} };
  }
}

function cellsFor(programme: Programme, units: readonly UnitSnapshot[]): Cell[] {
  return programme.streams.flatMap((stream) => {
    const form = programme.instruments.find(({ id }) => id === stream.instrument);
    if (!form) return [];
    return stream.groups.flatMap((group) =>
      units.flatMap(({ id }) =>
        cellsOf(answersTo(form, id), form, { group, channel: "web", stream: stream.id }),
      ),
    );
  });
}

function entriesOf(ledger: Ledger, about: string): LedgerEntry[] {
  const entry = { ledger: ledger.id, unit: about, points: 1, modifiers: [], on: "2020-06-15" };
  return ledger.kind === "points"
    ? ledger.catalogue.map(({ id }) => ({ ...entry, id: `${about}-${ledger.id}-${id}`, entry: id }))
    : ledger.assessors.map(({ id }) => ({
        ...entry,
        id: `${about}-${ledger.id}-${id}`,
        assessor: id,
      }));
}

function figuresFor(programme: Programme): RoundFigures {
  const units = unitsOf(programme);
  return figuresWith({
    units,
    cells: cellsFor(programme, units),
    entries: programme.ledgers.flatMap((ledger) =>
      units.flatMap(({ id }) => entriesOf(ledger, id)),
    ),
  });
}

test.each(programmeIds)("%s scores a round in which everybody said something", (id) => {
  const programme = programmeOf(id);
  expect(scoreRound(programme, figuresFor(programme)).units.length).toBeGreaterThan(0);
});

test("a programme in which the linter finds no error never makes the engine fail", () => {
  let scored = 0;
  fc.assert(
    fc.property(spoiltDocument, (document) => {
      const reading = readProgramme(document);
      if ("findings" in reading) return;
      const { programme } = reading;
      if (lint(programme).some(({ severity }) => severity === "error")) return;
      scored += 1;
      scoreRound(programme, figuresFor(programme));
      scoreRound(programme, figuresWith());
    }),
    { numRuns: 300, seed: 20201122 },
  );
  expect(scored).toBeGreaterThan(20);
});
