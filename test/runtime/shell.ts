import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const cli = fileURLToPath(new URL("../../api/cli.ts", import.meta.url));
const run = promisify(execFile);

/** Runs commands in bash, where `npx wanping` is this checkout's. Returns what they print. */
export async function runShell(
  script: string,
  { workplace, dataDir }: { workplace: string; dataDir: string },
): Promise<string> {
  const npx = `npx() { shift; "${process.execPath}" "${cli}" "$@"; }`;
  const { stdout } = await run("bash", ["-euo", "pipefail", "-c", `${npx}\n${script}`], {
    cwd: workplace,
    env: { PATH: process.env.PATH, DATA_DIR: dataDir },
  });
  return stdout;
}
