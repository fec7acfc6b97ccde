import type { Answers, Instrument, Stream } from "../../../schema/programme.ts";
import { cellsOf } from "../tally/ballot.ts";
import { checkBestAndWorst } from "./best-and-worst.ts";
import { checkChecklist } from "./checklist.ts";
import type { BallotContext, Finding, Verdict } from "./context.ts";
import { checkLevels } from "./levels.ts";
import { checkNominations } from "./nominate.ts";
import { checkQuestionnaire } from "./questionnaire.ts";
import { type Reason, reason } from "./reasons.ts";
import { checkSheet } from "./sheet.ts";
import { findStream } from "./streams.ts";
import { checkUnit } from "./units.ts";

/** Judges one ballot. Form was checked by the contract; this is about meaning. */
export function judge(answers: Answers, context: BallotContext): Verdict {
  const instrument = context.programme.instruments.find((form) => form.id === context.instrument);
  if (!instrument) return { valid: false, reasons: [reason("off_instrument")] };
  const asked = findStream(context);
  if ("code" in asked) return { valid: false, reasons: [asked] };
  const finding = examine(answers, instrument, context);
  if (finding.reasons.length > 0) {
    return { valid: false, reasons: [...finding.reasons, ...finding.voided] };
  }
  return accept(finding, instrument, asked, context);
}

function accept(
  finding: Finding,
  instrument: Instrument,
  stream: Stream,
  context: BallotContext,
): Verdict {
  const key = { group: context.group, channel: context.channel, stream: stream.id };
  const cells = cellsOf(finding.standing, instrument, key);
  return {
    valid: true,
    stream: stream.id,
    cells,
    standing: finding.standing,
    voided: finding.voided,
  };
}

function examine(answers: Answers, instrument: Instrument, context: BallotContext): Finding {
  if (answers.kind === "levels" && instrument.kind === "levels") {
    return aboutUnit(answers, checkLevels(answers, instrument), context);
  }
  if (answers.kind === "sheet" && instrument.kind === "sheet") {
    return aboutUnit(answers, checkSheet(answers, instrument), context);
  }
  if (answers.kind === "checklist" && instrument.kind === "checklist") {
    return aboutUnit(answers, checkChecklist(answers, instrument), context);
  }
  if (answers.kind === "questionnaire" && instrument.kind === "questionnaire") {
    return aboutUnit(answers, checkQuestionnaire(answers, instrument), context);
  }
  if (answers.kind === "nominate" && instrument.kind === "nominate") {
    return checkNominations(answers, instrument, context);
  }
  if (answers.kind === "best-and-worst" && instrument.kind === "best-and-worst") {
    return checkBestAndWorst(answers, instrument, context);
  }
  return { reasons: [reason("off_instrument", "kind")], voided: [], standing: answers };
}

function aboutUnit(
  answers: Answers & { unit: string },
  reasons: Reason[],
  context: BallotContext,
): Finding {
  const unit = checkUnit(answers.unit, context, ["unit"]);
  return { reasons: unit ? [unit, ...reasons] : reasons, voided: [], standing: answers };
}
