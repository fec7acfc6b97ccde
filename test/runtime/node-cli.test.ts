import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publishedRound } from "../support/published-round.ts";
import { startProgram, startServer } from "./node-process.ts";

const folder = mkdtempSync(join(tmpdir(), "wanping-"));
let server: Awaited<ReturnType<typeof startServer>>;
let round: string;

beforeAll(async () => {
  server = await startServer({ DATA_DIR: folder });
  const token = await wanping("token", "--expires", "10m");
  round = await publishedRound(server.address, token.out.trim());
});

afterAll(async () => {
  server.child.kill("SIGTERM");
  await server.ended;
  rmSync(folder, { recursive: true });
});

async function wanping(...words: string[]) {
  const program = startProgram("api/cli.ts", { DATA_DIR: folder }, words);
  return { code: await program.ended, ...program.printed };
}

test("help names every command in both languages", async () => {
  const { code, out } = await wanping("help");
  expect(code).toBe(0);
  for (const name of ["token", "lint", "migrate", "publish", "verify", "conformance"])
    expect(out).toContain(name);
  expect(out).toContain("令牌");
  expect(out).toContain("bearer token");
});

test("a token of a key that was made only now says so, since no running service knows that key", async () => {
  const other = join(folder, "elsewhere");
  const program = startProgram("api/cli.ts", { DATA_DIR: other }, ["token"]);
  expect([await program.ended, program.printed.out.split(".").length]).toEqual([0, 3]);
  expect(program.printed.error).toContain(join(other, "organiser-key.json"));
});

test("a county's document is checked from the command line, and what cannot run is told with exit code 1", async () => {
  const haifeng = "schema/programmes/haifeng-ten-thousand.json";
  const good = await wanping("lint", haifeng, "--language", "en");
  expect([good.code, good.error]).toEqual([0, ""]);
  expect(good.out).toMatch(/warning {2}weights_not_one {2}\/[^\n]+\n[^\n]*95/);
  const spoilt = join(folder, "spoilt.json");
  writeFileSync(spoilt, readFileSync(haifeng, "utf8").replace('"language": 1', '"language": 2'));
  const bad = await wanping("lint", spoilt, "--json");
  expect(bad.code).toBe(1);
  expect(JSON.parse(bad.out).findings).toMatchObject([{ code: "shape", pointer: "/language" }]);
});

test.each([
  ["a file that is not there", ["lint", "no-such-file.json"]],
  ["an unknown command", ["frobnicate"]],
  ["an unknown option", ["token", "--frobnicate"]],
  ["a life without its option", ["token", "7d"]],
  ["a server without its option", ["conformance", "http://127.0.0.1:1"]],
  ["a life that is no time", ["token", "--expires", "soon"]],
  ["a life that no service accepts", ["token", "--expires", "32d"]],
  ["a round that does not exist", ["publish", "no-such-round", "--server"]],
  ["a port that is none", ["try-device", "--port", "99999"]],
  ["a folder that another process uses", ["migrate"]],
])("%s is told in one line, with exit code 1", async (_, words) => {
  const named = words.at(-1) === "--server" ? [...words, server.address] : words;
  const { code, error } = await wanping(...named);
  expect(code).toBe(1);
  expect(error).toMatch(/^[^\n]+ \| [^\n]+\n$/);
});

test("a trial of a device on a taken port is told in one line, with the option that chooses another", async () => {
  const { port } = new URL(server.address);
  const { code, error } = await wanping("try-device", "--port", port);
  expect(code).toBe(1);
  expect(error).toMatch(/^[^\n]+ --port[^\n]* \| [^\n]+ --port [^\n]+\n$/);
  expect(error).toContain(port);
});

test("publishing again over HTTP gives the same release", async () => {
  const { code, out } = await wanping("publish", round, "--server", server.address);
  expect([code, out]).toEqual([0, `${round}  published\n`]);
});

test("every public read of the running service keeps the contract", async () => {
  const words = ["--server", server.address, "--round", round, "--unit", "unit-001"];
  const { code, out, error } = await wanping("conformance", ...words);
  expect([code, error, out.includes("FAIL")]).toEqual([0, "", false]);
  expect(out).toContain(`ok    200  /v1/rounds/${round}/results/units/unit-001`);
});
