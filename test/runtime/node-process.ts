import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A program of ours in its own process, with what it prints. */
export function startProgram(
  script: string,
  environment: Record<string, string>,
  words: string[] = [],
) {
  const child = spawn(process.execPath, [script, ...words], {
    cwd: root,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = { out: "", error: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    printed.error += text;
  });
  return { child, printed, ended: endOf(child) };
}

async function endOf(child: ChildProcess): Promise<number | null> {
  await once(child, "close");
  return child.exitCode;
}

/** The service on a free port, without the demonstration. */
export async function startServer(environment: Record<string, string>) {
  const program = startProgram("api/node.ts", { PORT: "0", DEMO: "off", ...environment });
  const address = await new Promise<string>((found, failed) => {
    program.child.stdout.on("data", () => {
      const [, url] = /(http:\/\/\S+)/.exec(program.printed.out) ?? [];
      if (url !== undefined) found(url);
    });
    program.ended.then(() => failed(new Error(program.printed.error)), failed);
  });
  return { ...program, address };
}
