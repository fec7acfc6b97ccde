/** The SDK: every operation of the contract as a function, and what makes them pleasant and safe to use. */
export { type BallotOutcome, batchLimit, castAll } from "./batches.ts";
export { createWanping, type Wanping, type WanpingSettings } from "./client.ts";
export type { Clock } from "./clock.ts";
export type { DeviceCredential } from "./device/assertion.ts";
export { enrolDevice } from "./device/enrol.ts";
export { type DeviceKey, newDeviceKey } from "./device/key.ts";
export { deviceToken } from "./device/token.ts";
export type { TokenSource } from "./device/token-source.ts";
export * from "./errors.ts";
export * from "./generated/index.ts";
export { each, type Page } from "./pages.ts";
export { withResponse } from "./response.ts";
export { newSerial } from "./serial.ts";
