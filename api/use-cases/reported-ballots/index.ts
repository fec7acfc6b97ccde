export { reportBallots } from "./report.ts";
