export { castBallot, castBallots } from "./cast.ts";
export { castWindowBallot } from "./cast-window.ts";
export { getWindow } from "./window-form.ts";
