import { parseArgs } from "node:util";
import * as ballots from "./ballots.ts";
import { type Bench, measure, type Result } from "./bench.ts";
import { publish, tallyCounters } from "./counting.ts";
import * as results from "./results.ts";

/** `npm run bench [-- --quick] [-- --json] [-- name…]`. */
const { values, positionals } = parseArgs({
  options: { quick: { type: "boolean" }, json: { type: "boolean" } },
  allowPositionals: true,
});
const benches: Bench[] = [
  ...Object.values(ballots),
  ...Object.values(results),
  tallyCounters(values.quick ? 200_000 : 2_000_000),
  publish(100_000),
];
const rounds = values.quick ? 3 : 7;
const seconds = values.quick ? 1 : 3;
const unknown = positionals.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) throw new Error(`no such bench: ${unknown.join(", ")}`);

const measured: Result[] = [];
for (const bench of benches) {
  if (positionals.length > 0 && !positionals.includes(bench.name)) continue;
  const result = await measure(bench, rounds, seconds);
  measured.push(result);
  if (!values.json) console.log(lineOf(result, bench));
}
if (values.json) console.log(JSON.stringify(measured, null, 2));

function lineOf(result: Result, { target }: Bench): string {
  const { name, value, unit, baseline, ratio, spread } = result;
  const figure = target.of === "ratio" ? ratio : value;
  const reached = target.better === "more" ? figure >= target.bound : figure <= target.bound;
  const aim = `${target.of} ${target.better === "more" ? "≥" : "≤"} ${target.bound}`;
  return [
    name.padEnd(30),
    `${value} ${unit}`.padEnd(18),
    `against ${baseline}`.padEnd(18),
    `${ratio} ± ${Math.round(spread * 100)} %`.padEnd(18),
    `${aim} ${reached ? "reached" : "missed"}`,
  ].join(" ");
}
