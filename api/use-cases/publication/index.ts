export { publishRound } from "./publish.ts";
