import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createWanping, getRoundResult, getUnitResult } from "../../sdk/index.ts";
import { startProgram } from "./node-process.ts";

/** Half a minute on an idle machine; a busy one may take longer. */
const patience = 240_000;
const round = "neixiang-2020-06";
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wanping-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Starts `npm start`'s program and waits until it prints this. */
async function start(until: RegExp) {
  const program = startProgram("api/node.ts", { PORT: "0", DATA_DIR: folder });
  await new Promise<void>((seen, failed) => {
    program.child.stdout.on("data", () => {
      if (until.test(program.printed.out)) seen();
    });
    program.ended.then(() => failed(new Error(program.printed.error)), failed);
  });
  const [, address = ""] = /(http:\/\/\S+)/.exec(program.printed.out) ?? [];
  return { ...program, address };
}

test(
  "an empty folder becomes a published month, also when it is killed halfway; a later start keeps it",
  async () => {
    const killed = await start(/5\d{3}\/\d+/);
    killed.child.kill("SIGKILL");
    await killed.ended;

    const resumed = await start(/badges/);
    const client = createWanping({ baseUrl: resumed.address });
    const result = await getRoundResult({ client, path: { round } });
    expect(result.units).toEqual({ total: 274, shown: 247, insufficient: 27 });
    expect(result.ballotsShown).toBe(19_720);
    const silent = await getUnitResult({ client, path: { round, unit: "unit-222" } });
    expect(silent.n).toEqual({ status: "insufficient", reason: "fewer_than_threshold" });
    resumed.child.kill("SIGTERM");
    expect(await resumed.ended).toBe(0);

    const again = await start(/badges/);
    const kept = await getRoundResult({
      client: createWanping({ baseUrl: again.address }),
      path: { round },
    });
    expect(kept).toEqual(result);
    again.child.kill("SIGTERM");
    expect(await again.ended).toBe(0);
  },
  patience,
);
