export { getAgency } from "./get.ts";
export { listAgencies } from "./list.ts";
export { putAgency } from "./put.ts";
