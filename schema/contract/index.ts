/** Every operation of the contract, in the order of the documentation. */
export * from "./agencies.ts";
export * from "./ballots.ts";
export * from "./commitments.ts";
export * from "./decisions.ts";
export * from "./devices.ts";
export * from "./explanations.ts";
export * from "./items.ts";
export * from "./ledgers.ts";
export * from "./past-ballots.ts";
export * from "./programmes.ts";
export * from "./results.ts";
export * from "./rounds.ts";
export * from "./service.ts";
export * from "./units.ts";
export * from "./visit-counts.ts";
