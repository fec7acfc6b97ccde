export { putItem } from "./put.ts";
