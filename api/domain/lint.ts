import type { Finding, Programme, Reading } from "../../schema/programme.ts";
import type { Check, LintFacts } from "./lint/check.ts";
import { unexplainedChoices } from "./lint/checks/choices.ts";
import { cycles } from "./lint/checks/cycles.ts";
import * as fitting from "./lint/checks/fitting.ts";
import { idleBallots, idleLedgers } from "./lint/checks/idle.ts";
import * as ledgers from "./lint/checks/ledgers.ts";
import * as names from "./lint/checks/names.ts";
import * as outcomes from "./lint/checks/outcomes.ts";
import * as people from "./lint/checks/people.ts";
import { sheetsOff, totalOff } from "./lint/checks/points.ts";
import { referencesOfBallots, referencesOfScores } from "./lint/checks/references.ts";
import { referencesOfOutcomes } from "./lint/checks/references-of-outcomes.ts";
import * as time from "./lint/checks/time.ts";
import * as weights from "./lint/checks/weights.ts";

export type { LintFacts } from "./lint/check.ts";
export { type LintCode, lintCodes } from "./lint/codes.ts";

const checks: readonly Check[] = [
  names.duplicateNames,
  names.reservedNames,
  names.notesAboutNothing,
  referencesOfBallots,
  referencesOfScores,
  referencesOfOutcomes,
  fitting.wrongInstruments,
  fitting.wrongLedgers,
  fitting.nothingIsBad,
  fitting.impossibleDraws,
  fitting.overlappingStreams,
  people.impossibleRevotes,
  people.impossibleAnonymity,
  people.smallGroups,
  people.unfillableQuotas,
  people.incompleteShares,
  totalOff,
  sheetsOff,
  weights.groupWeights,
  weights.weightSumsOff,
  weights.emptyScales,
  weights.doubtfulScales,
  ledgers.brokenTiers,
  ledgers.missingAssessors,
  ledgers.deductionSheets,
  outcomes.awardsInTheAir,
  outcomes.shortlistNeeds,
  outcomes.missingHistory,
  outcomes.missingTieBreakers,
  outcomes.idleMinimumVolume,
  cycles,
  time.unknownTimeZone,
  time.reversedRanges,
  time.stateOrder,
  time.deadlines,
  time.doubtfulTimes,
  idleBallots,
  idleLedgers,
  unexplainedChoices,
];

/**
 * What cannot run in a programme (errors) and what is doubtful (warnings), errors first.
 * @example lint(programme).some(({ severity }) => severity === "error")
 */
export function lint(programme: Programme, facts: LintFacts = {}): Finding[] {
  const found = checks.flatMap((check) => check(programme, facts));
  const of = (severity: Finding["severity"]) => found.filter((one) => one.severity === severity);
  return [...of("error"), ...of("warning")];
}

/** The same for a document of unknown content: where it is no programme at all, `read` says why. */
export function lintDocument(
  document: unknown,
  read: (document: unknown) => Reading,
  facts: LintFacts = {},
): Finding[] {
  const reading = read(document);
  return "findings" in reading ? reading.findings : lint(reading.programme, facts);
}
