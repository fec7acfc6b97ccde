import type { Ledger, ScoreLedger } from "../../../schema/programme.ts";
import { groupBy } from "../../domain/group-by.ts";
import { checkEntry, checkTiers, refusalTexts } from "../../domain/ledgers.ts";
import type { LedgerEntry, UnitSnapshot } from "../../domain/model.ts";
import { liveEntries } from "../../domain/scoring/entries.ts";
import { mustScore } from "../../domain/scoring/ledger-score.ts";
import { type Fault, Refusal } from "../../refusal.ts";
import type { FrozenRound } from "../../store/frozen-rounds.ts";

/** Refuses entries that do not fit, with a pointer to each fault: one by one, and as the ledger would then stand. */
export function checkAll(
  fresh: readonly LedgerEntry[],
  before: readonly LedgerEntry[],
  ledger: Ledger,
  frozen: FrozenRound,
  pointerOf: (entry: LedgerEntry) => string,
): void {
  const faults: Fault[] = [];
  const entries = [...before];
  for (const entry of fresh) {
    const context = { ...frozen, entries, window: { from: frozen.from, to: frozen.to } };
    for (const { code, pointer } of checkEntry(entry, context)) {
      faults.push({ pointer: pointerOf(entry) + pointer, code, detail: refusalTexts[code] });
    }
    entries.push(entry);
  }
  if (ledger.kind === "score") faults.push(...quotaFaults(entries, ledger, frozen, pointerOf));
  if (faults.length > 0) {
    throw new Refusal("entry_out_of_catalogue", { errors: faults.slice(0, 100) });
  }
}

/** Each agency (or township) spreads its own units over the tiers. */
function quotaFaults(
  entries: readonly LedgerEntry[],
  ledger: ScoreLedger,
  { units }: FrozenRound,
  pointerOf: (entry: LedgerEntry) => string,
): Fault[] {
  const marks = liveEntries(entries).filter((entry) => entry.ledger === ledger.id);
  return ledger.assessors.flatMap((assessor) => {
    const bodyOf = (unit: UnitSnapshot | undefined) =>
      (assessor.scores === "managed-by-township" ? unit?.township : unit?.agency) ?? "";
    const own = [...units.values()].filter((unit) => mustScore(assessor, unit));
    const sizes = groupBy(own, bodyOf);
    const given = marks.filter((mark) => mark.assessor === assessor.id);
    return [...groupBy(given, (mark) => bodyOf(units.get(mark.unit)))].flatMap(([body, list]) =>
      checkTiers(ledger, list, sizes.get(body)?.length ?? 0).map(({ code, pointer }) => {
        const [, index = "", ...rest] = pointer.split("/");
        const mark = list[Number(index)];
        const place = mark ? pointerOf(mark) : "";
        return { pointer: [place, ...rest].join("/"), code, detail: refusalTexts[code] };
      }),
    );
  });
}
