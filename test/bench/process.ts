import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const Ready = z.object({ address: z.string(), tokens: z.array(z.string()) });

/** A server of this folder in a process of its own, over a fresh folder; told to leave when done. */
export async function startServer(script: string, environment: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "wanping-bench-"));
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), {
    env: { ...process.env, ...environment, DATA_DIR: folder },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const [message] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(([code]) => {
      throw new Error(`${script} ended with ${code}`);
    }),
  ]);
  return {
    ...Ready.parse(message),
    async close() {
      const over = once(child, "exit");
      child.kill("SIGKILL");
      await over;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
