import { join } from "node:path";
import Database from "libsql";
import { demoProgramme } from "../../../api/demo/document.ts";
import { june } from "../../../api/demo/june.ts";
import { demoUnits, unitImport } from "../../../api/demo/units.ts";
import { enrolDevice, rating } from "../../support/device.ts";
import { read } from "../../support/reading.ts";
import { createTestApp, type TestApp } from "../../support/test-app.ts";

export const round = june.round;

/** The counters' key, with what the ballots add up to at each, from the ballots alone. */
export const groupBy = `SELECT value ->> 0 AS unit, "group", channel, stream, value ->> 1 AS question, value ->> 2 AS answer,
    sum(value ->> 3) AS count, sum(value ->> 4) AS sum, sum(value ->> 5) AS sumOfSquares
  FROM ballot, json_each(cells) WHERE round = ? AND state = 'counted' GROUP BY 1, 2, 3, 4, 5, 6`;

/** June of the demonstration's 274 units, open, with so many counted ballots. Whoever opens it closes it. */
export async function openJuneWith(ballots: number, folder: string): Promise<TestApp> {
  const api = await createTestApp({ folder });
  await read(api.asOrganiser("POST", "/v1/imports/units", unitImport(demoUnits())));
  await read(api.asOrganiser("POST", "/v1/programmes", demoProgramme()));
  const { programme, version, from, to } = june;
  await read(api.asOrganiser("POST", "/v1/rounds", { id: round, programme, version, from, to }));
  await read(api.asOrganiser("POST", `/v1/rounds/${round}/open`));
  const device = await enrolDevice(api, "device-01");
  for (const level of ["very-satisfied", "satisfied", "basically-satisfied", "dissatisfied"]) {
    await read(device.cast(rating({ answers: { kind: "levels", unit: "unit-001", level } })));
  }
  multiply(join(folder, "urn.db"), ballots - 4);
  return api;
}

/**
 * Copies what was cast, from unit to unit and level to level, under serials of their own, a transaction for every few thousand.
 * The triggers count each copy as they count any ballot.
 */
function multiply(file: string, copies: number): void {
  const urn = new Database(file, { timeout: 5000 });
  urn.exec(`PRAGMA synchronous = OFF;
    CREATE TEMP TABLE cast AS SELECT row_number() OVER () - 1 AS n, * FROM ballot;
    CREATE TEMP TABLE unit (n INTEGER PRIMARY KEY, id TEXT)`);
  const unit = urn.prepare("INSERT INTO unit VALUES (?, ?)");
  const units = demoUnits();
  for (const [index, { id }] of units.entries()) unit.run(index, id);
  const copy =
    urn.prepare(`WITH RECURSIVE copy (n) AS (SELECT ? UNION ALL SELECT n + 1 FROM copy WHERE n < ?)
    INSERT INTO ballot SELECT unhex(printf('%08x%056x', copy.n * 2654435761 % 4294967296, copy.n)), round, instrument, "group",
      channel, stream, visited_on, version, NULL, NULL, label, state, reasons, replace(answers, 'unit-001', unit.id),
      replace(cells, 'unit-001', unit.id), body, salt
    FROM copy JOIN "cast" ON "cast".n = copy.n / ${units.length} % 4 JOIN unit ON unit.n = copy.n % ${units.length}`);
  const atOnce = 10_000;
  for (let first = 0; first < copies; first += atOnce) {
    copy.run(first, Math.min(first + atOnce, copies) - 1);
  }
  urn.close();
}
