import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startProgram, startServer } from "./node-process.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wanping-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** What a start says that must not succeed. */
async function failure(environment: Record<string, string>): Promise<string> {
  const program = startProgram("api/node.ts", { DEMO: "off", DATA_DIR: folder, ...environment });
  expect(await program.ended).toBe(1);
  return program.printed.error;
}

/** One line, in both languages, and no stack. */
const oneLine = /^[^\n]+ \| [^\n]+\n$/;

test("a taken port is one line and exit code 1, and the data stay untouched", async () => {
  const first = await startServer({ DATA_DIR: folder });
  const other = mkdtempSync(join(tmpdir(), "wanping-"));
  const said = await failure({ PORT: new URL(first.address).port, DATA_DIR: other });
  expect(said).toMatch(oneLine);
  expect(said).toContain("Port");
  expect(readdirSync(other)).toEqual([]);
  first.child.kill("SIGTERM");
  expect(await first.ended).toBe(0);
  rmSync(other, { recursive: true });
});

test.each([
  ["below a file", () => join(folder, "file", "data")],
  ["below /proc, where nothing can be made", () => "/proc/no-such-folder/data"],
])("a data folder %s is one line and exit code 1", async (_, place) => {
  writeFileSync(join(folder, "file"), "");
  const said = await failure({ PORT: "0", DATA_DIR: place() });
  expect(said).toMatch(oneLine);
  expect(said).toContain("DATA_DIR");
});

test("a second process on the same folder is refused while the first lives", async () => {
  const first = await startServer({ DATA_DIR: folder });
  expect(await failure({ PORT: "0" })).toMatch(oneLine);
  first.child.kill("SIGKILL");
  await first.ended;
  const next = await startServer({ DATA_DIR: folder });
  next.child.kill("SIGTERM");
  expect(await next.ended).toBe(0);
});

const nonsense: Record<string, string>[] = [
  { PORT: "http" },
  { PORT: "70000" },
  { PORT: "0", TIME_ZONE: "Mars/Base" },
  { PORT: "0", URN_URL: "http://127.0.0.1:1" },
  { PORT: "0", MASTER_SECRET: "short" },
  { PORT: "0", PUBLIC_ORIGIN: "wanping.example" },
  { PORT: "0", PUBLIC_ORIGIN: "http://wanping.example" },
];

test.each(nonsense)("a setting that makes no sense is one line: %j", async (environment) => {
  expect(await failure(environment)).toMatch(oneLine);
});

test("a server that others can reach does not start before it is told its public origin", async () => {
  const said = await failure({ PORT: "0", HOST: "0.0.0.0" });
  expect(said).toMatch(oneLine);
  expect(said).toContain("PUBLIC_ORIGIN");
  expect(readdirSync(folder)).toEqual([]);
  const told = await startServer({
    DATA_DIR: folder,
    HOST: "0.0.0.0",
    PUBLIC_ORIGIN: "https://wanping.example",
  });
  const { port } = new URL(told.address);
  const contract = await (await fetch(`http://127.0.0.1:${port}/openapi.json`)).json();
  expect(contract).toMatchObject({ servers: [{ url: "https://wanping.example" }] });
  told.child.kill("SIGTERM");
  expect(await told.ended).toBe(0);
});

test("secrets are readable by their owner only, and a restart keeps them", async () => {
  const secrets = ["master.key", "organiser-key.json"];
  const written = () => secrets.map((name) => statSync(join(folder, name)).mtimeMs);
  const first = await startServer({ DATA_DIR: folder });
  first.child.kill("SIGTERM");
  await first.ended;
  for (const name of secrets) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  const before = written();
  const second = await startServer({ DATA_DIR: folder });
  second.child.kill("SIGTERM");
  await second.ended;
  expect(written()).toEqual(before);
});

test("a folder that somebody uses is never filled with the demonstration", async () => {
  const first = await startServer({ DATA_DIR: folder });
  first.child.kill("SIGTERM");
  await first.ended;
  const second = await startServer({ DATA_DIR: folder, DEMO: "on" });
  const units: unknown = await (await fetch(`${second.address}/v1/units`)).json();
  expect(units).toEqual({ items: [] });
  second.child.kill("SIGTERM");
  expect(await second.ended).toBe(0);
});
