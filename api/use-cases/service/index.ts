export { describeService } from "./describe.ts";
export { readiness } from "./readiness.ts";
