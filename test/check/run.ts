import { spawnSync } from "node:child_process";

/** Runs every check even when one fails, so that one run tells everything there is to mend. */
const checks = {
  "check:style": "format and lint",
  "check:types": "types, with and without Node's",
  "check:drift": "generated files are what their sources say",
  "check:spec": "the OpenAPI document keeps the rules",
};

const failed = Object.entries(checks).filter(([script, meaning]) => {
  console.log(`\n— ${meaning} (npm run ${script})`);
  return spawnSync("npm", ["run", "--silent", script], { stdio: "inherit" }).status !== 0;
});

for (const [script, meaning] of failed)
  console.error(`\nFailed: ${meaning}. Again: npm run ${script}`);
if (failed.length === 0) console.log("\nAll checks hold.");
process.exitCode = failed.length === 0 ? 0 : 1;
