import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createClient } from "@libsql/client";

const document = readFileSync(
  new URL("../../schema/programmes/neixiang-per-visit.json", import.meta.url),
  "utf8",
);

export const programme = "neixiang-per-visit";
export const units = ["unit-001", "unit-002", "unit-003"];

/** What a round needs before the first ballot: three units, the programme, an open round of June 2020 and a draft of July. */
export async function seedRounds(folder: string): Promise<void> {
  const registry = createClient({ url: `file:${join(folder, "registry.db")}`, timeout: 5000 });
  const urn = createClient({ url: `file:${join(folder, "urn.db")}`, timeout: 5000 });
  await registry.batch(
    [
      `INSERT INTO agency (id, name) VALUES ('agency-01', '县发改局')`,
      ...units.map((id) => ({
        sql: `INSERT INTO unit_version (unit, valid_from, agency, name, pool, system, tags, managed_by)
          VALUES (?, '2020-01-01', 'agency-01', ?, 'window', 'general', '[]', 'agency')`,
        args: [id, `窗口 ${id}`],
      })),
      {
        sql: `INSERT INTO programme (id, version, document, sha256, uploaded_at) VALUES (?, '2020', ?, '', 0)`,
        args: [programme, document],
      },
      round("june", "2020-06-01", "2020-06-30", "open"),
      round("july", "2020-07-01", "2020-07-31", "draft"),
      ...units.map((id) => ({
        sql: "INSERT INTO round_unit (round, unit, snapshot) VALUES ('june', ?, ?)",
        args: [id, JSON.stringify(snapshotOf(id))],
      })),
    ],
    "write",
  );
  await urn.execute({
    sql: `INSERT INTO gate (round, state, "from", "to", accepts_until_at) VALUES ('june', 'open', '2020-06-01', '2020-06-30', ?)`,
    args: [acceptsUntil],
  });
  registry.close();
  urn.close();
}

export const acceptsUntil = Date.parse("2020-07-31T00:00:00+08:00");

function round(id: string, from: string, to: string, state: string) {
  return {
    sql: `INSERT INTO round (id, programme, version, "from", "to", accepts_until_at, state) VALUES (?, ?, '2020', ?, ?, ?, ?)`,
    args: [id, programme, from, to, acceptsUntil, state],
  };
}

function snapshotOf(id: string) {
  return {
    id,
    name: `窗口 ${id}`,
    agency: "agency-01",
    agencyName: "县发改局",
    pool: "window",
    tags: [],
    system: "general",
    managedBy: "agency",
  };
}
