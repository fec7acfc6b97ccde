import { expect, test } from "vitest";
import { violations } from "./rules.ts";
import { parseSource, readSources } from "./source.ts";

test("everybody imports only whom they may", () => {
  const sources = readSources();
  expect(sources.length).toBeGreaterThan(0);
  expect(violations(sources)).toEqual([]);
});

const planted: [path: string, code: string][] = [
  ["api/domain/tally.ts", 'import { html } from "hono/html";'],
  ["api/domain/tally.ts", 'import { readUnit } from "../store/units.ts";'],
  ["api/domain/tally.ts", 'import { Programme } from "../../schema/programme.ts";'],
  ["api/domain/deep/tally.ts", 'import { type Programme } from "../../../schema/programme.ts";'],
  ["schema/contract/unit.ts", 'import type { Unit } from "../../api/domain/model.ts";'],
  ["api/use-cases/cast-ballot.ts", 'import { saveBallot } from "../store/ballots.ts";'],
  ["api/use-cases/cast-ballot.ts", 'const store = await import("../store/ballots.ts");'],
  ["api/routes/ballots.ts", 'import type { Store } from "../store/store.ts";'],
  ["api/routes/services.ts", 'import { createStore } from "../store/store.ts";'],
  ["sdk/evaluator/client.ts", 'import { tally } from "../../api/domain/tally.ts";'],
  ["sdk/evaluator/client.ts", 'import { z } from "zod";'],
  ["sdk/verify/recompute.ts", 'import { createApp } from "../../api/app.ts";'],
  ["api/http/limits.ts", 'import { clock } from "../../test/support/clock.ts";'],
  ["api/http/limits.ts", 'import { createHash } from "node:crypto";'],
  ["api/http/limits.ts", "export const port = process.env.PORT;"],
  ["sdk/kiosk/queue.ts", 'export { readFile } from "node:fs/promises";'],
  ["api/app.ts", 'import { createClient } from "@libsql/client/web";'],
  ["api/worker.ts", 'import { createClient } from "@libsql/client";'],
];

test.each(planted)("a violation planted in %s is found: %s", (path, code) => {
  expect(violations([parseSource(path, code)])).not.toEqual([]);
});

test("a violation behind other files is found", () => {
  const sources = [
    parseSource("api/app.ts", 'import { open } from "./store/open.ts";'),
    parseSource("api/store/open.ts", 'export * from "./embedded.ts";'),
    parseSource("api/store/embedded.ts", 'import Database from "libsql";'),
  ];
  expect(violations(sources)).toEqual(["api/app.ts reaches libsql"]);
});

const allowed: [path: string, code: string][] = [
  ["api/domain/tally.ts", 'import type { Programme } from "../../schema/programme.ts";'],
  ["api/domain/tally.ts", 'import Fraction from "fraction.js";'],
  ["api/domain/tally.ts", 'import { sha256 } from "@noble/hashes/sha2.js";'],
  ["api/use-cases/cast-ballot.ts", 'import type { Store } from "../store/store.ts";'],
  ["api/routes/services.ts", 'import type { Store } from "../store/store.ts";'],
  ["api/store/embedded/open.ts", 'import { mkdirSync } from "node:fs";'],
  ["api/store/open-embedded.ts", 'import { mkdirSync } from "node:fs";'],
  ["api/node.ts", "const port = process.env.PORT;"],
  ["api/worker.ts", 'import { createClient } from "@libsql/client/web";'],
  ["sdk/verify/recompute.ts", 'import { tally } from "../../api/domain/tally.ts";'],
  ["sdk/verify/cli.ts", 'import { readFileSync } from "node:fs";'],
];

test.each(allowed)("what is allowed in %s stays allowed: %s", (path, code) => {
  expect(violations([parseSource(path, code)])).toEqual([]);
});
