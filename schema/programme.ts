/** The programme language: a county's appraisal rules as one document that runs. */
export * from "./programme/answers.ts";
export * from "./programme/basics.ts";
export * from "./programme/components.ts";
export * from "./programme/conduct.ts";
export * from "./programme/document.ts";
export * from "./programme/finding.ts";
export * from "./programme/groups.ts";
export * from "./programme/instruments.ts";
export * from "./programme/ledgers.ts";
export * from "./programme/outcomes.ts";
export * from "./programme/reading.ts";
export * from "./programme/streams.ts";
