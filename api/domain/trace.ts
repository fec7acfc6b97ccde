/** Tells in sentences how a result came about. */
export { flagTexts } from "./flags.ts";
export type { Language } from "./trace/inputs.ts";
export { type Paragraph, traceProse } from "./trace/prose.ts";
