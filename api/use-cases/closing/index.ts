export { closeRound } from "./close.ts";
