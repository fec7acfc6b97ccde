import { afterEach, beforeEach, expect, test } from "vitest";
import { assertionOf, enrolDevice, newKey, rating } from "../support/device.ts";
import { programme, seedRounds } from "../support/seed.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let api: TestApp;
let device: Awaited<ReturnType<typeof enrolDevice>>;
beforeEach(async () => {
  api = await createTestApp();
  await seedRounds(api.folder);
  device = await enrolDevice(api, "device-01", { units: ["unit-001", "unit-002"] });
});
afterEach(() => api.close());

async function open(changes: object = {}): Promise<{ token: string; visit: string }> {
  const opened = await device.send("POST", "/v1/device/windows", {
    unit: "unit-001",
    programme,
    ...changes,
  });
  expect(opened.status).toBe(201);
  return opened.json();
}

async function openWindow(changes: object = {}): Promise<string> {
  return (await open(changes)).token;
}

function rateBy(token: string, answers: object = {}) {
  const { serial, answers: usual } = rating();
  return device.send(
    "POST",
    "/v1/window/ballots",
    { serial, answers: { ...usual, ...answers } },
    token,
  );
}

test("a scanned code shows its unit and form, and rates it once", async () => {
  const token = await openWindow();
  const form = await device.send("GET", "/v1/window", undefined, token);
  expect(await form.json()).toMatchObject({
    unit: "unit-001",
    visitedOn: "2020-06-01",
    instrument: { id: "window-rating" },
  });
  expect(await (await rateBy(token)).json()).toMatchObject({ round: "june", state: "counted" });
  expect(await (await rateBy(token)).json()).toMatchObject({ code: "visit_already_rated" });
  expect(await api.store.counting.cells("june")).toMatchObject([{ channel: "qr", count: 1 }]);
});

test("the same rating sent again gives the same receipt", async () => {
  const token = await openWindow();
  const { serial, answers } = rating();
  const send = () => device.send("POST", "/v1/window/ballots", { serial, answers }, token);
  const first = await send();
  expect(await (await send()).json()).toEqual(await first.json());
});

test("a code without a visit lives ten minutes", async () => {
  const token = await openWindow();
  api.clock.set("2020-06-01T09:10:01+08:00");
  expect((await rateBy(token)).status).toBe(401);
});

test("a visit can be rated later, for as long as the programme says, if nobody rated it at the window", async () => {
  const late = await openWindow({ visit: "A-0042" });
  const rated = await openWindow({ visit: "A-0043" });
  await device.cast(rating({ visit: "A-0043" }));
  api.clock.set("2020-07-01T23:59:00+08:00");
  expect(await (await rateBy(late)).json()).toMatchObject({ round: "june", state: "counted" });
  expect(await (await rateBy(rated)).json()).toMatchObject({ code: "visit_already_rated" });
  api.clock.set("2020-07-02T00:00:00+08:00");
  expect((await rateBy(late)).status).toBe(401);
});

test("a code without a visit and a rating on the device exclude one another by the reference made for the code", async () => {
  const ended = await open();
  expect((await device.cast(rating({ visit: ended.visit }))).status).toBe(201);
  expect(await (await rateBy(ended.token)).json()).toMatchObject({ code: "visit_already_rated" });
  const used = await open();
  expect((await rateBy(used.token)).status).toBe(201);
  const refused = await device.cast(rating({ visit: used.visit }));
  expect(await refused.json()).toMatchObject({ code: "visit_already_rated" });
  expect((await open({ visit: "A-0044" })).visit).toBe("A-0044");
});

test("a code rates its own unit only, and opens nothing else", async () => {
  const token = await openWindow();
  expect((await rateBy(token, { unit: "unit-002" })).status).toBe(422);
  expect((await device.send("POST", "/v1/ballots", rating(), token)).status).toBe(403);
  expect((await device.send("GET", "/v1/devices", undefined, token)).status).toBe(403);
  expect((await device.send("GET", "/v1/window")).status).toBe(403);
});

test("no code is made for a unit that is not the device's, and none outlives its device", async () => {
  const foreign = await device.send("POST", "/v1/device/windows", { unit: "unit-003", programme });
  expect(await foreign.json()).toMatchObject({ code: "unit_not_assigned" });
  const token = await openWindow();
  const why = { role: "supervisor", reason: "stolen" };
  await api.asOrganiser("POST", "/v1/devices/device-01/revocation", why);
  expect(await (await rateBy(token)).json()).toMatchObject({ code: "credential_revoked" });
});

test("a late rating's code outlives the key that its device had then, and no revocation", async () => {
  const late = await openWindow({ visit: "A-0042" });
  const other = await openWindow({ visit: "A-0043" });
  const fresh = await newKey();
  const assertion = await assertionOf(api, "device-01", device.key, {
    aud: "http://localhost/v1/device/keys",
    cnf: { jkt: fresh.thumbprint },
  });
  await device.send("POST", "/v1/device/keys", { publicKey: fresh.jwk, assertion });
  api.clock.set("2020-06-20T09:00:00+08:00");
  expect(await (await rateBy(late)).json()).toMatchObject({ state: "counted" });
  const why = { role: "supervisor", reason: "stolen" };
  await api.asOrganiser("POST", "/v1/devices/device-01/revocation", why);
  expect(await (await rateBy(other)).json()).toMatchObject({ code: "credential_revoked" });
});

test("a test device uses up no visit, by its own rating or by its code, and tries out that a visit is rated once", async () => {
  const tester = await enrolDevice(api, "tester", { mode: "test" });
  const opened = await tester.send("POST", "/v1/device/windows", {
    ...{ unit: "unit-001", programme, visit: "A-0042" },
  });
  const { token }: { token: string } = await opened.json();
  expect(await (await rateBy(token)).json()).toMatchObject({ state: "test" });
  const again = await tester.cast(rating({ visit: "A-0042" }));
  expect(await again.json()).toMatchObject({ code: "visit_already_rated" });
  const real = await device.cast(rating({ visit: "A-0042" }));
  expect(await real.json()).toMatchObject({ state: "counted" });
});

test("the token holds no visit reference", async () => {
  const token = await openWindow({ visit: "A-0042" });
  const [, payload = ""] = token.split(".");
  expect(Buffer.from(payload, "base64url").toString()).not.toContain("A-0042");
});
