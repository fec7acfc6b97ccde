export { createDevice } from "./create.ts";
export { enrol } from "./enrol.ts";
export { getDevice } from "./get.ts";
export { issueToken } from "./issue-token.ts";
export { listDevices } from "./list.ts";
export { getOwnConfiguration } from "./own-configuration.ts";
export { putAssignments } from "./put-assignments.ts";
