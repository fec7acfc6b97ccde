import { budgets } from "./budgets.ts";
import { measure } from "./measure.ts";

/** Weighs every script with a budget and says what it weighs; fails if one is too heavy, or too new for its browsers. */
let broken = false;
for (const { budget, bytesGzipped, faults } of await Promise.all(budgets.map(measure))) {
  const share = Math.round((bytesGzipped / budget.mostBytesGzipped) * 100);
  console.log(
    `${faults.length === 0 ? "ok  " : "FAIL"} ${budget.what}: ${bytesGzipped} of ${budget.mostBytesGzipped} bytes gzipped (${share} %)`,
  );
  for (const fault of faults) console.error(`     ${budget.entry} ${fault}`);
  broken ||= faults.length > 0;
}
process.exitCode = broken ? 1 : 0;
