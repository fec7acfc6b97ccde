/** Random draws that nobody can choose and anyone can repeat. */
export { type Draw, draw } from "./draw/draw.ts";
export { closedListHash, drawSeed } from "./draw/seed.ts";
