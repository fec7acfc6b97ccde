import { documentOf } from "./county.ts";
import { serialOf } from "./device.ts";
import { read } from "./reading.ts";
import { Results } from "./shapes.ts";
import type { TestApp } from "./test-app.ts";

export interface PastRound {
  programme: string;
  version: string;
  from: string;
  to: string;
  units: Record<string, unknown>[];
}

/** A unit of agency-01 under these rules; what a test is about, it says. */
export const section = (id: string, changes: Record<string, unknown> = {}) => ({
  id,
  name: `科室 ${id}`,
  validFrom: "2010-01-01",
  agency: "agency-01",
  pool: "section",
  ...changes,
});

/** Through the API: units, programme, and a past round called `past`, open for ballots that are reported now. */
export async function openPast(api: TestApp, past: PastRound): Promise<void> {
  const agencies = ["agency-01", "agency-02"].map((id) => ({ id, name: `局 ${id}` }));
  await read(api.asOrganiser("POST", "/v1/imports/units", { agencies, units: past.units }));
  await read(api.asOrganiser("POST", "/v1/programmes", documentOf(past.programme)));
  const { programme, version, from, to } = past;
  api.clock.set("2025-01-10T09:00:00+08:00");
  const acceptsUntil = "2025-02-01T00:00:00+08:00";
  const round = { id: "past", programme, version, from, to, acceptsUntil };
  await read(api.asOrganiser("POST", "/v1/rounds", round));
  await read(api.asOrganiser("POST", "/v1/rounds/past/open"));
}

let made = 1_000_000;

/** A reported ballot with a serial of its own. */
export function reported(ballot: Record<string, unknown>): Record<string, unknown> {
  made += 1;
  return { serial: serialOf(made), ...ballot };
}

export const post = (api: TestApp, path: string, json: unknown = {}) =>
  api.asOrganiser("POST", `/v1/rounds/past${path}`, json);

/** Reports ballots, a thousand at a time; every one must be recorded. Returns their states. */
export async function report(api: TestApp, ballots: unknown[]): Promise<string[]> {
  const states: string[] = [];
  for (let start = 0; start < ballots.length; start += 1000) {
    const { results } = await read(
      post(api, "/ballots", { ballots: ballots.slice(start, start + 1000) }),
      Results,
    );
    for (const { receipt, problem } of results) {
      if (problem) throw new Error(JSON.stringify(problem));
      if (receipt) states.push(receipt.state);
    }
  }
  return states;
}

export async function closePast(api: TestApp): Promise<void> {
  await read(post(api, "/close", { early: { role: "Office", reason: "All is in." } }));
}

export const yanshan: PastRound = {
  programme: "yanshan-hard-to-deal",
  version: "2024-Q2",
  from: "2024-07-01",
  to: "2024-07-14",
  units: ["unit-1", "unit-2", "unit-3"].map((id) => section(id, { tags: ["tax"] })),
};

/** A nomination of these units as the public gives it online. */
export const nomination = (units: string[], changes: Record<string, unknown> = {}) =>
  reported({
    instrument: "nomination",
    group: "public",
    channel: "web",
    on: "2024-07-05",
    answers: {
      kind: "nominate",
      nominations: units.map((unit) => ({
        unit,
        problems: ["idle"],
        case: { date: "2024-06-01" },
      })),
    },
    ...changes,
  });

export const pingyang: PastRound = {
  programme: "pingyang-thousand",
  version: "2020",
  from: "2020-04-21",
  to: "2020-11-30",
  units: ["unit-1", "unit-2", "unit-3", "unit-4"].map((id) =>
    section(id, { pool: "midlevel", ...(id === "unit-4" && { agency: "agency-02" }) }),
  ),
};

export const entry = (id: string, changes: Record<string, unknown> = {}) => ({
  id,
  unit: "unit-1",
  entry: "late-reply",
  points: 1,
  on: "2020-06-03",
  role: "Petitions bureau",
  reason: "The reply was late.",
  ...changes,
});
