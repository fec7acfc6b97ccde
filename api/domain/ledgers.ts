/** Checks what is to be recorded in a ledger. */
export { checkEntry, type EntryContext } from "./ledgers/check-entry.ts";
export { type Refusal, type RefusalCode, refusalTexts } from "./ledgers/refusals.ts";
export { checkTiers } from "./ledgers/tiers.ts";
