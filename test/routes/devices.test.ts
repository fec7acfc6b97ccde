import { afterEach, beforeEach, expect, test } from "vitest";
import { enrolDevice } from "../support/device.ts";
import { programme, seedRounds } from "../support/seed.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let api: TestApp;
beforeEach(async () => {
  api = await createTestApp();
  await seedRounds(api.folder);
});
afterEach(() => api.close());

const invitation = { id: "device-01", label: "1 号窗口", mode: "live" };

test("a label that would be cut at a NUL or turn the line round is refused", async () => {
  for (const label of ["3 号\u0000窗口", "\u202e口窗"]) {
    const answer = await api.asOrganiser("POST", "/v1/devices", { id: "device-09", label });
    expect(await answer.json()).toMatchObject({
      errors: [{ pointer: "/label", code: "control_character" }],
    });
  }
});

test("inviting an unenrolled device again gives a new code and ends the old one", async () => {
  const [first, second] = [
    await (await api.asOrganiser("POST", "/v1/devices", invitation)).json(),
    await (await api.asOrganiser("POST", "/v1/devices", invitation)).json(),
  ];
  expect(first.enrolmentCode).toMatch(/^[A-Z2-7]{16}$/);
  expect(second.enrolmentCode).not.toBe(first.enrolmentCode);
  expect(second.expiresAt).toBe("2020-06-08T01:00:00.000Z");
});

test("a device that has enrolled cannot be invited over", async () => {
  await enrolDevice(api, "device-01");
  const refused = await api.asOrganiser("POST", "/v1/devices", invitation);
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ code: "device_enrolled", existing: "device-01" });
});

test("instrument and group follow from the programme where it leaves one choice for a kiosk", async () => {
  await api.asOrganiser("POST", "/v1/devices", invitation);
  const put = await api.asOrganiser("PUT", "/v1/devices/device-01/assignments", {
    assignments: [{ unit: "unit-001", programme, from: "2020-06-01" }],
  });
  expect(await put.json()).toMatchObject({
    assignments: [{ unit: "unit-001", instrument: "window-rating", group: "visitors" }],
  });
});

test("a choice that the programme does not offer a kiosk is refused", async () => {
  await api.asOrganiser("POST", "/v1/devices", invitation);
  const put = await api.asOrganiser("PUT", "/v1/devices/device-01/assignments", {
    assignments: [{ unit: "unit-001", programme, instrument: "online-rating", from: "2020-06-01" }],
  });
  expect(put.status).toBe(422);
  expect(await put.json()).toMatchObject({
    code: "ambiguous_assignment",
    errors: [{ pointer: "/assignments/0", code: "no_choice" }],
  });
});

test("assignments to unknown units and programmes, and ones that clash, are refused and change nothing", async () => {
  await enrolDevice(api, "device-01");
  const put = (...assignments: object[]) =>
    api.asOrganiser("PUT", "/v1/devices/device-01/assignments", { assignments });
  const good = { unit: "unit-001", programme, from: "2020-06-01" };
  expect(await (await put({ ...good, unit: "unit-404" })).json()).toMatchObject({
    code: "unknown_unit",
  });
  expect(await (await put({ ...good, programme: "no-such" })).json()).toMatchObject({
    code: "unknown_programme",
  });
  const clash = await put(good, { ...good, from: "2020-06-15" });
  expect(await clash.json()).toMatchObject({ errors: [{ pointer: "/assignments/1" }] });
  const backwards = await put({ ...good, until: "2020-05-01" });
  expect(await backwards.json()).toMatchObject({ errors: [{ pointer: "/assignments/0/until" }] });
  const read = await (await api.asOrganiser("GET", "/v1/devices/device-01")).json();
  expect(read.assignments).toHaveLength(3);
});

test("the fleet is listed page by page", async () => {
  for (const number of [1, 2, 3])
    await api.asOrganiser("POST", "/v1/devices", { ...invitation, id: `device-0${number}` });
  const first = await api.asOrganiser("GET", "/v1/devices?limit=2");
  const page = await first.json();
  expect(page.items.map(({ id }: { id: string }) => id)).toEqual(["device-01", "device-02"]);
  const second = await api.asOrganiser("GET", `/v1/devices?limit=2&cursor=${page.next}`);
  expect((await second.json()).items).toMatchObject([{ id: "device-03", state: "invited" }]);
});

test("a device reads what it shows, and the time to set its clock by", async () => {
  const device = await enrolDevice(api, "device-01", { units: ["unit-002"] });
  const read = await device.send("GET", "/v1/device");
  expect(await read.json()).toMatchObject({
    device: "device-01",
    mode: "live",
    serverTime: "2020-06-01T01:00:00.000Z",
    assignments: [
      {
        unit: "unit-002",
        unitName: "窗口 unit-002",
        group: "visitors",
        instrument: { id: "window-rating", kind: "levels" },
      },
    ],
  });
});

test("no device sees the fleet, and no stranger sees anything", async () => {
  const device = await enrolDevice(api, "device-01");
  expect((await device.send("GET", "/v1/devices")).status).toBe(403);
  expect((await device.send("GET", "/v1/devices/device-01")).status).toBe(403);
  expect((await api.request("GET", "/v1/devices")).status).toBe(401);
  expect((await api.request("GET", "/v1/device")).status).toBe(401);
});
