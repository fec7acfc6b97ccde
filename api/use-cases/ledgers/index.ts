export { counterEntry } from "./counter.ts";
export { listEntries } from "./list.ts";
export { recordEntries } from "./record.ts";
