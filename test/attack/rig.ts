import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient, type InValue } from "@libsql/client";
import { z } from "zod";
import { assertConforms } from "../support/conformance.ts";
import type { Caller } from "../support/device.ts";

const Ready = z.object({ address: z.string(), token: z.string() });
const entry = fileURLToPath(new URL("server.ts", import.meta.url));

/** 3 June 2020, noon in the county, whenever the attack runs. */
const ahead = Date.parse("2020-06-03T12:00:00+08:00") - Date.now();

/** A server over a folder that outlives it, and requests to whichever process serves it now. */
export async function startRig() {
  const folder = mkdtempSync(join(tmpdir(), "wanping-attack-"));
  let child: ChildProcess;
  let ready: z.infer<typeof Ready>;

  async function start(exec = process.execPath, execArguments: string[] = []) {
    child = fork(entry, {
      execPath: exec,
      execArgv: execArguments,
      env: { ...process.env, DATA_DIR: folder, CLOCK_AHEAD: String(ahead) },
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    child.stderr?.resume();
    const [message] = await Promise.race([
      once(child, "message"),
      once(child, "exit").then(([code]) => {
        throw new Error(`the server ended with ${code} before it was ready`);
      }),
    ]);
    ready = Ready.parse(message);
  }

  async function end(signal: NodeJS.Signals) {
    const over = once(child, "exit");
    child.kill(signal);
    await over;
  }

  const request: Caller["request"] = async (method, path, options = {}) => {
    const headers = new Headers({ "accept-language": "en", ...options.headers });
    if (options.json !== undefined) headers.set("content-type", "application/json");
    const body = options.json === undefined ? options.body : JSON.stringify(options.json);
    const init = { method, headers, ...(body !== undefined && { body }) };
    const response = await fetch(ready.address + path, init);
    await assertConforms(method, path.split("?", 1)[0] ?? path, response);
    return response;
  };
  const api: Caller = {
    clock: () => Date.now() + ahead,
    origin: () => ready.address,
    request,
    asOrganiser: (method, path, json) =>
      request(method, path, { json, headers: { authorization: `Bearer ${ready.token}` } }),
  };

  await start();
  return {
    api,
    folder,
    start,
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export type Rig = Awaited<ReturnType<typeof startRig>>;

/** Rows of the urn in a folder, read behind the server's back. */
export function inUrn(folder: string, sql: string, ...args: InValue[]) {
  return inFile(folder, "urn.db", sql, ...args);
}

/** Rows of one of the two databases; also writes what no server would. */
export async function inFile(folder: string, file: string, sql: string, ...args: InValue[]) {
  const client = createClient({ url: `file:${join(folder, file)}`, timeout: 5000 });
  const { rows } = await client.execute({ sql, args });
  client.close();
  return rows.map((row) => ({ ...row }));
}

/** Counters, and what they should be by the ballots themselves: one statement, so that nothing arrives in between. */
export async function countersAndRecount(folder: string) {
  const rows = await inUrn(
    folder,
    `SELECT 'counter' AS kind, unit, question, answer, count FROM tally WHERE count <> 0
     UNION ALL
     SELECT 'ballots', value ->> 0, value ->> 1, value ->> 2, sum(value ->> 3)
     FROM ballot, json_each(cells) WHERE state = 'counted' GROUP BY 1, 2, 3, 4
     ORDER BY 1, 2, 3, 4`,
  );
  const of = (wanted: string) =>
    rows.flatMap(({ kind, ...cell }) => (kind === wanted ? [{ ...cell }] : []));
  return { counters: of("counter"), recount: of("ballots") };
}

/** Small numbers that are the same in every run. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export const pause = (milliseconds: number) =>
  new Promise((resume) => setTimeout(resume, milliseconds));
