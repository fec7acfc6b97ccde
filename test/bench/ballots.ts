import { execFileSync } from "node:child_process";
import { randomFillSync } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bench, Sides } from "./bench.ts";
import { load, type Measured, post } from "./load.ts";
import { startServer } from "./process.ts";

const connections = 64;
const levels = ["very-satisfied", "satisfied", "basically-satisfied", "dissatisfied"];

const pool = Buffer.alloc(128 * 32);
let drawn = pool.length;

/** A serial of 32 random bytes, drawn for many at once: the client should cost little. */
function newSerial(): string {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  drawn += 32;
  return pool.toString("base64url", drawn - 32, drawn);
}

/** A rating as a device sends it, under a serial of its own. */
function ballot(number: number): string {
  const serial = newSerial();
  const unit = `unit-00${1 + (number % 3)}`;
  const level = levels[number % 4];
  return `{"serial":"${serial}","programme":"neixiang-per-visit","instrument":"window-rating","ratedAt":"2020-06-03T11:00:00+08:00","number":${number},"answers":{"kind":"levels","unit":"${unit}","level":"${level}"}}`;
}

type Figure = (measured: Measured) => number;
const perSecond: Figure = (measured) => measured.perSecond;
const p99: Figure = (measured) => measured.p99Milliseconds;

interface Servers {
  subject: string;
  baseline: string;
  environment?: Record<string, string>;
  baselineEnvironment?: Record<string, string>;
}

/** The same ballots to the service and to what it is compared with. */
async function compare(servers: Servers, figure: Figure): Promise<Sides> {
  const { environment = {}, baselineEnvironment = {} } = servers;
  const subject = await startServer(servers.subject, environment);
  const baseline = await startServer(servers.baseline, { ...environment, ...baselineEnvironment });
  const numbers = Array.from({ length: connections }, () => 0);
  const run = async ({ address, tokens }: typeof subject, seconds: number) =>
    figure(
      await load({
        address,
        connections,
        seconds,
        request(index) {
          const number = (numbers[index] ?? 0) + 1;
          numbers[index] = number;
          return post("/v1/ballots", ballot(number), tokens[index]);
        },
      }),
    );
  return {
    subject: (seconds) => run(subject, seconds),
    baseline: (seconds) => run(baseline, seconds),
    async close() {
      await subject.close();
      await baseline.close();
    },
  };
}

const service = "servers/full-stack.ts";

export const fullStack: Bench = {
  name: "ballot-full-stack",
  unit: "ballots/s",
  target: { of: "ratio", bound: 0.4, better: "more" },
  open: () => compare({ subject: service, baseline: "servers/bare.ts" }, perSecond),
};

export const insertEach: Bench = {
  name: "ballot-vs-insert-per-request",
  unit: "ballots/s",
  target: { of: "ratio", bound: 10, better: "more" },
  open: () => compare({ subject: service, baseline: "servers/insert-each.ts" }, perSecond),
};

/** What the counters cost on a ballot's way: with them, against an urn without. */
export const counters: Bench = {
  name: "ballot-counters",
  unit: "ballots/s",
  target: { of: "ratio", bound: 0.85, better: "more" },
  open: () => compare({ subject: service, baseline: "servers/uncounted.ts" }, perSecond),
};

/** Against a commit for each request, on a disk that takes two milliseconds more for every sync. */
function onSlowDisk(figure: Figure) {
  return async (): Promise<Sides> => {
    const folder = mkdtempSync(join(tmpdir(), "wanping-slow-"));
    const library = join(folder, "slow-sync.so");
    const source = fileURLToPath(new URL("slow-sync.c", import.meta.url));
    execFileSync("cc", ["-shared", "-fPIC", "-O2", "-o", library, source, "-ldl"]);
    const sides = await compare(
      {
        subject: service,
        baseline: "servers/bare.ts",
        environment: { LD_PRELOAD: library },
        baselineEnvironment: { COMMIT_EACH: "1" },
      },
      figure,
    );
    return {
      ...sides,
      async close() {
        await sides.close();
        rmSync(folder, { recursive: true });
      },
    };
  };
}

export const slowDisk: Bench = {
  name: "ballot-slow-fsync",
  unit: "ballots/s",
  target: { of: "ratio", bound: 20, better: "more" },
  open: onSlowDisk(perSecond),
};

export const slowDiskPatience: Bench = {
  name: "ballot-slow-fsync-p99",
  unit: "ms",
  target: { of: "value", bound: 50, better: "less" },
  open: onSlowDisk(p99),
};
