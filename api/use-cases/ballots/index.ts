export { castBallot, castBallots } from "./cast.ts";
