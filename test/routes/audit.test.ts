import { join } from "node:path";
import { createClient } from "@libsql/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { verifyAudit } from "../../api/use-cases/audit/index.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let api: TestApp;
beforeEach(async () => {
  api = await createTestApp();
});
afterEach(() => api.close());

const rows = () => api.store.audit.list(0, 1000);

test("an organiser's write leaves one row: who, by which operation, to what, and a hash of the body", async () => {
  await api.asOrganiser("PUT", "/v1/agencies/agency-01", { name: "县发改局" });
  expect(await rows()).toMatchObject([
    {
      number: 1,
      actor: "organiser",
      action: "putAgency",
      subject: "/v1/agencies/agency-01",
      // printf '{"name":"县发改局"}' | sha256sum
      bodySha256: "ab8dc8d3794c1a7b2b5824b53f6658be6289b2eb8330043a4ac2494d7e0c4302",
      previous: "0".repeat(64),
    },
  ]);
});

test("what was refused or only read leaves no row", async () => {
  await api.asOrganiser("PUT", "/v1/agencies/agency-01", { name: "" });
  await api.asOrganiser("PUT", "/v1/units/unit-001", { name: "x" });
  await api.request("PUT", "/v1/agencies/agency-01", { json: { name: "x" } });
  await api.asOrganiser("GET", "/v1/agencies");
  expect(await rows()).toEqual([]);
});

test("writes at the same time make one chain, without a fork or a gap", async () => {
  await Promise.all(
    Array.from({ length: 40 }, (_, number) =>
      api.asOrganiser("PUT", `/v1/agencies/agency-${number}`, { name: "局" }),
    ),
  );
  expect((await rows()).map(({ number }) => number)).toEqual(
    Array.from({ length: 40 }, (_, index) => index + 1),
  );
  expect(await verifyAudit({ ctx: api })).toMatchObject({ status: "intact", rows: 40 });
});

test("two processes that append at the same time make one chain", async () => {
  const other = await createTestApp({ folder: api.folder });
  await Promise.all(
    [api, other].flatMap((process) =>
      Array.from({ length: 10 }, (_, number) =>
        process.asOrganiser("PUT", `/v1/agencies/agency-${number}`, { name: "局" }),
      ),
    ),
  );
  await other.store.close();
  expect(await verifyAudit({ ctx: api })).toMatchObject({ status: "intact", rows: 20 });
});

test("a write whose row cannot be stored is not acknowledged, and its repetition is recorded", async () => {
  const registry = createClient({ url: `file:${join(api.folder, "registry.db")}` });
  await registry.execute(
    "CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'disk full'); END",
  );
  const put = () => api.asOrganiser("PUT", "/v1/agencies/agency-01", { name: "局" });
  expect((await put()).status).toBe(500);
  await registry.execute("DROP TRIGGER full");
  registry.close();
  expect((await put()).status).toBe(200);
  expect(await rows()).toHaveLength(1);
});

test("the database refuses to change or delete a row", async () => {
  await api.asOrganiser("PUT", "/v1/agencies/agency-01", { name: "局" });
  const registry = createClient({ url: `file:${join(api.folder, "registry.db")}` });
  await expect(registry.execute("UPDATE audit SET actor = 'somebody'")).rejects.toThrow();
  await expect(registry.execute("DELETE FROM audit")).rejects.toThrow();
  registry.close();
});

test.each([
  ["changed", "UPDATE audit SET actor = 'somebody' WHERE number = 2", 2],
  ["left out", "DELETE FROM audit WHERE number = 2", 2],
  ["moved", "UPDATE audit SET number = 4 WHERE number = 2", 2],
  ["given another hash", `UPDATE audit SET sha256 = '${"a".repeat(64)}' WHERE number = 3`, 3],
])(
  "whoever gets past the database is seen all the same: a row %s",
  async (_, tampering, number) => {
    for (const id of [1, 2, 3])
      await api.asOrganiser("PUT", `/v1/agencies/agency-0${id}`, { name: "局" });
    const registry = createClient({ url: `file:${join(api.folder, "registry.db")}` });
    await registry.execute("DROP TRIGGER audit_is_never_edited");
    await registry.execute("DROP TRIGGER audit_is_never_deleted");
    await registry.execute(tampering);
    registry.close();
    expect(await verifyAudit({ ctx: api })).toEqual({ status: "broken", number });
  },
);
