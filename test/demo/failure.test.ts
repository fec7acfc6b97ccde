import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { demoClock } from "../../api/demo/clock.ts";
import { demoProgramme } from "../../api/demo/document.ts";
import { DemoMarker } from "../../api/demo/marker.ts";
import { playSteps } from "../../api/demo/play.ts";
import type { Stage, Step } from "../../api/demo/step.ts";
import { steps as june } from "../../api/demo/steps.ts";
import { organiserKey, organiserToken } from "../../api/node/secrets.ts";
import {
  createRound,
  createWanping,
  importUnits,
  listRounds,
  uploadProgramme,
} from "../../sdk/index.ts";
import { startProgram, startServer } from "../runtime/node-process.ts";

let folder: string;
let program: ReturnType<typeof startProgram> | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wanping-"));
});
afterEach(() => {
  vi.restoreAllMocks();
  // Gone already, unless the test failed.
  program?.child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

test("a failed step is named in both languages, ends the play, and is where the next one goes on", async () => {
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  const played: string[] = [];
  let broken = true;
  const step = (id: string, run = async () => {}): Step => ({
    id,
    title: { zh: `步骤 ${id}`, en: `step ${id}` },
    async run() {
      await run();
      played.push(id);
    },
  });
  const steps = [
    step("one"),
    step("two", async () => {
      if (broken) throw new Error("the disk is full");
    }),
    step("three"),
  ];
  DemoMarker.begin(folder);
  /** As a start does: the marker is read from its file. */
  const start = async () => {
    const marker = DemoMarker.find(folder);
    if (!marker) throw new Error("no marker");
    const address = "http://demo.test";
    const organiser = createWanping({ baseUrl: address });
    const stage: Stage = { address, fetch, clock: demoClock(), organiser, folder, marker };
    await playSteps(steps, stage);
  };
  await expect(start()).rejects.toMatchObject({
    message: expect.stringMatching(/“步骤 two”.* \| .*"step two"/),
    cause: new Error("the disk is full"),
  });
  expect(played).toEqual(["one"]);
  broken = false;
  await start();
  expect(played).toEqual(["one", "two", "three"]);
});

test("a past round that fails is told, the service goes on, and stops in order", async () => {
  const programme = demoProgramme();
  const empty = await startServer({ DATA_DIR: folder });
  const life = { now: Date.now(), seconds: 600, subject: "test" };
  const token = await organiserToken(await organiserKey(folder), life);
  const client = createWanping({ baseUrl: empty.address, token });
  await uploadProgramme({ client, body: programme });
  const agency = { id: "agency-01", name: "县政务服务中心" };
  const unit = { id: "unit-012", name: "综合窗口", pool: "window", duties: "受理申请。" };
  const units = [{ ...unit, agency: agency.id, validFrom: "2020-01-01" }];
  await importUnits({ client, body: { agencies: [agency], units } });
  // Stands in the way of the first round that the demonstration plays in the background.
  const { id, version } = programme;
  const body = { id: "haifeng-2013", programme: id, version, from: "2020-06-01", to: "2020-06-30" };
  await createRound({ client, body });
  empty.child.kill("SIGTERM");
  await empty.ended;

  const marker = DemoMarker.begin(folder);
  for (const step of june) marker.finish(step.id);
  const started = startProgram("api/node.ts", { PORT: "0", DATA_DIR: folder });
  program = started;
  await vi.waitUntil(() => started.printed.error.includes("failed"), { timeout: 60_000 });
  expect(started.printed.error).toMatch(/演示步骤“海丰县.*失败.* \| .*failed at "Haifeng 2013/);
  const [, address = ""] = /(http:\/\/\S+)/.exec(started.printed.out) ?? [];
  const { items } = await listRounds({ client: createWanping({ baseUrl: address }) });
  expect(items.map((round) => round.id)).toContain("haifeng-2013");
  expect(started.printed.out).not.toContain("/rounds/pingyang-2020");
  started.child.kill("SIGTERM");
  expect(await started.ended).toBe(0);
}, 90_000);

test("behind a public origin the demonstration's devices address that, and reach this machine", async () => {
  const origin = "https://wanping.test";
  const environment = { PORT: "0", DATA_DIR: folder, PUBLIC_ORIGIN: origin };
  const started = startProgram("api/node.ts", environment);
  program = started;
  // A quarter of the ratings has been taken: tokens were sold for assertions to that origin.
  await vi.waitUntil(() => /5\d{3}\/\d+/.test(started.printed.out), { timeout: 60_000 });
  started.child.kill("SIGTERM");
  expect(await started.ended).toBe(0);
  expect(started.printed.error).toBe("");
}, 90_000);
