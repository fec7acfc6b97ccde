import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openEmbeddedStore } from "../../api/store/open-embedded.ts";
import { openRemoteStore } from "../../api/store/open-remote.ts";
import type { Store } from "../../api/store/store.ts";
import { verifyAudit } from "../../api/use-cases/audit/index.ts";
import { type HranaServer, startHranaServer } from "../runtime/hrana-server.ts";

/** The statements of the registry hold over HTTP as well, where a batch is all the transaction there is. */

const folder = mkdtempSync(join(tmpdir(), "wanping-remote-"));
const token = "test";
let servers: HranaServer[];
let store: Store;

beforeAll(async () => {
  await (await openEmbeddedStore(folder)).close();
  servers = await Promise.all(
    ["registry.db", "urn.db"].map((name) => startHranaServer({ file: join(folder, name), token })),
  );
  const [registryUrl = "", urnUrl = ""] = servers.map(({ url }) => url);
  store = openRemoteStore({ registryUrl, registryToken: token, urnUrl, urnToken: token });
});
afterAll(async () => {
  await store.close();
  await Promise.all(servers.map((server) => server.close()));
  rmSync(folder, { recursive: true });
});

const absent = {
  nameEn: null,
  township: null,
  place: null,
  head: null,
  officePhone: null,
  address: null,
  duties: null,
  predecessor: null,
};
const units = Array.from({ length: 274 }, (_, index) => ({
  ...absent,
  unit: `unit-${String(index).padStart(3, "0")}`,
  validFrom: "2020-01-01",
  agency: "agency-01",
  name: `窗口 ${index}`,
  pool: "window",
  system: "general",
  tags: ["tax"],
  managedBy: "agency" as const,
  closed: index === 0,
}));
const text = {
  validFrom: "2020-01-01",
  content: "a",
  procedure: "b",
  timeLimit: "c",
  standard: "d",
};

test("a county is imported in one transaction and read back", async () => {
  const county = {
    agencies: [{ id: "agency-01", name: "县发改局", nameEn: null }],
    units,
    commitments: units.map(({ unit }) => ({ unit, ...text })),
    items: [{ unit: "unit-000", code: "item-1", document: "{}" }],
  };
  await store.units.saveAll(county);
  await store.units.saveAll(county);
  expect(await store.units.list("2020-06-01", { q: "窗口", closed: "include" }, "", 1000)).toEqual(
    units,
  );
  expect(await store.commitments.of("unit-273")).toEqual([
    { unit: "unit-273", version: 1, ...text },
  ]);
});

test("a batch that fails leaves nothing behind", async () => {
  const broken = units.map((unit) => ({ ...unit, unit: `${unit.unit}-x`, agency: "agency-none" }));
  const agencies = [{ id: "agency-02", name: "县教育局", nameEn: null }];
  const saving = store.units.saveAll({ agencies, units: broken, commitments: [], items: [] });
  await expect(saving).rejects.toThrow();
  expect(await store.agencies.find("agency-02")).toBeUndefined();
});

test("of many who open a round at once one opens it, with its units", async () => {
  const draft = {
    id: "june",
    programme: "p",
    version: "1",
    from: "2020-06-01",
    to: "2020-06-30",
    acceptsUntilAt: 0,
    state: "draft",
    revision: 0,
  };
  await Promise.all([store.rounds.add(draft), store.rounds.add({ ...draft, id: "same-days" })]);
  expect(await store.rounds.list({}, "", 10)).toHaveLength(1);
  const [stored = draft] = await store.rounds.list({}, "", 1);
  const frozen = units.map(({ unit }) => ({ round: stored.id, unit, snapshot: "{}" }));
  await Promise.all(
    [1, 2, 3, 4].map((number) => store.rounds.open(stored, frozen.slice(0, number * 10))),
  );
  expect(await store.rounds.find(stored.id)).toMatchObject({ state: "open", revision: 1 });
  const opened = (await store.rounds.unitCounts([stored.id])).get(stored.id) ?? 0;
  expect([10, 20, 30, 40]).toContain(opened);
  await Promise.all([store.rounds.openGate(stored), store.rounds.openGate(stored)]);
});

test("entries appended at the same time by two processes make one chain", async () => {
  const [registryUrl = "", urnUrl = ""] = servers.map(({ url }) => url);
  const other = openRemoteStore({ registryUrl, registryToken: token, urnUrl, urnToken: token });
  const entry = { at: 0, actor: "organiser", action: "x", subject: "/", bodySha256: "" };
  await Promise.all(
    [store, other].flatMap(({ audit }) =>
      Array.from({ length: 10 }, (_, number) => audit.append({ ...entry, at: number })),
    ),
  );
  await other.close();
  expect(await verifyAudit({ ctx: { store } })).toMatchObject({ status: "intact", rows: 20 });
});
