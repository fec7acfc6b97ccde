import { join } from "node:path";
import { createClient, type InValue } from "@libsql/client";
import { june, seedCounty } from "./county.ts";
import { type Caller, enrolDevice, rating } from "./device.ts";
import { read } from "./reading.ts";
import { Results } from "./shapes.ts";
import type { TestApp } from "./test-app.ts";

/** How many ratings of each level a unit gets. */
export type Ratings = Record<string, Record<string, number>>;

/** June of the per-visit programme, open, and a device at every window. */
export async function openJune(api: Caller) {
  await seedCounty(api);
  await read(api.asOrganiser("POST", "/v1/rounds", june));
  await read(api.asOrganiser("POST", "/v1/rounds/june/open"));
  return enrolDevice(api, "device-01");
}

type Device = Awaited<ReturnType<typeof openJune>>;

export function ballotsOf(ratings: Ratings, changes: Record<string, unknown> = {}) {
  return Object.entries(ratings).flatMap(([unit, levels]) =>
    Object.entries(levels).flatMap(([level, count]) =>
      Array.from({ length: count }, () =>
        rating({ answers: { kind: "levels", unit, level }, ...changes }),
      ),
    ),
  );
}

/** Casts over HTTP, two hundred at a time; every one must be recorded. */
export async function castRatings(device: Device, ratings: Ratings): Promise<void> {
  const ballots = ballotsOf(ratings);
  for (let start = 0; start < ballots.length; start += 200) {
    const { results } = await read(device.castAll(ballots.slice(start, start + 200)), Results);
    const refused = results.find(({ status }) => status !== 201);
    if (refused) throw new Error(JSON.stringify(refused));
  }
}

/** After the last moment of acceptance. */
export const later = "2020-08-01T09:00:00+08:00";

export async function publishJune(api: TestApp): Promise<void> {
  api.clock.set(later);
  await read(api.asOrganiser("POST", "/v1/rounds/june/close", {}));
  await read(api.asOrganiser("POST", "/v1/rounds/june/publish", {}));
}

/** Goes behind the service's back, as somebody with the file would. */
export const inUrn = (api: TestApp, sql: string, ...args: InValue[]) =>
  inFile(join(api.folder, "urn.db"), sql, args);
export const inRegistry = (api: TestApp, sql: string, ...args: InValue[]) =>
  inFile(join(api.folder, "registry.db"), sql, args);

async function inFile(file: string, sql: string, args: InValue[]) {
  const client = createClient({ url: `file:${file}`, timeout: 5000 });
  try {
    const { rows } = await client.execute({ sql, args });
    return rows.map((row) => ({ ...row }));
  } finally {
    client.close();
  }
}
