import type { AnswersOf, InstrumentOf } from "../../../schema/programme.ts";
import { type Reason, reason } from "./reasons.ts";

/** Every item answered, none unknown. */
export function checkChecklist(
  answers: AnswersOf<"checklist">,
  instrument: InstrumentOf<"checklist">,
): Reason[] {
  const known = new Set(instrument.items.map((item) => item.id));
  const unknown = Object.keys(answers.items).filter((id) => !known.has(id));
  const missing = [...known].filter((id) => !Object.hasOwn(answers.items, id));
  return [
    ...unknown.map((id) => reason("off_instrument", "items", id)),
    ...missing.map((id) => reason("missing", "items", id)),
  ];
}
