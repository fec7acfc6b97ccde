export { getUnit } from "./get.ts";
export { importUnits } from "./import.ts";
export { listUnits } from "./list.ts";
export { putUnit } from "./put.ts";
