export { addCommitment } from "./add.ts";
export { listCommitments } from "./list.ts";
