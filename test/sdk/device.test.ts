import { afterEach, beforeEach, expect, test } from "vitest";
import {
  createDevice,
  deviceToken,
  enrolDevice,
  getOwnConfiguration,
  newDeviceKey,
  ProblemError,
} from "../../sdk/index.ts";
import { createSdkApp, type SdkApp } from "./support/app.ts";

let api: SdkApp;
beforeEach(async () => {
  api = await createSdkApp();
});
afterEach(() => api.close());

/** Counts what reaches an address. */
function counting(path: string) {
  let count = 0;
  const network: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).pathname === path) count += 1;
    return api.settings.fetch(request);
  };
  return { network, count: () => count };
}

test("a device enrols, gets a token by itself and reads its configuration", async () => {
  const client = api.asDevice(await api.newDevice("device-01"));
  const configuration = await getOwnConfiguration({ client });
  expect(configuration).toMatchObject({ device: "device-01", mode: "live" });
  expect(configuration.assignments[0]?.instrument).toMatchObject({ id: "window-rating" });
});

test("the private key cannot be exported", async () => {
  const { privateKey } = await newDeviceKey();
  expect(privateKey.extractable).toBe(false);
  await expect(crypto.subtle.exportKey("jwk", privateKey)).rejects.toThrow();
});

test("an enrolment whose answer was lost is repeated with the same key, and binds once", async () => {
  const { enrolmentCode: code } = await createDevice({
    client: api.organiser,
    body: { id: "device-02", label: "device-02" },
  });
  const key = await newDeviceKey();
  const first = await enrolDevice({ client: api.client, code, key });
  const second = await enrolDevice({ client: api.client, code, key });
  expect(second).toEqual(first);
  const other = enrolDevice({ client: api.client, code });
  await expect(other).rejects.toMatchObject({ code: "unknown_enrolment_code", retry: "never" });
});

test("many requests at once ask for one token, and a new one shortly before the old expires", async () => {
  const { network, count } = counting("/v1/token");
  const client = api.asDevice(await api.newDevice("device-01"), network);
  await Promise.all(Array.from({ length: 20 }, () => getOwnConfiguration({ client })));
  expect(count()).toBe(1);
  api.clock.set("2020-06-01T09:53:00+08:00");
  await getOwnConfiguration({ client });
  expect(count()).toBe(1);
  api.clock.set("2020-06-01T09:55:00+08:00");
  await getOwnConfiguration({ client });
  expect(count()).toBe(2);
});

test.each([-86_400_000, 7 * 3_600_000])(
  "a clock that is %i ms off is corrected by the server's Date header",
  async (offset) => {
    const credential = await api.newDevice("device-01");
    const clock = { ...api.settings.clock, now: () => api.clock() + offset };
    const source = deviceToken({ ...api.settings, clock, credential });
    expect(await source.token()).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  },
);

test("a foreign key is refused at once, with the reason", async () => {
  const credential = await api.newDevice("device-01");
  const { privateKey } = await newDeviceKey();
  const { network, count } = counting("/v1/token");
  const settings = { ...api.settings, fetch: network };
  const source = deviceToken({ ...settings, credential: { ...credential, privateKey } });
  const error = await source.token().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ProblemError);
  expect(error).toMatchObject({ code: "invalid_client", status: 401 });
  expect(count()).toBe(1);
});

test("a token whose answer was lost is asked for with a new assertion", async () => {
  const credential = await api.newDevice("device-01");
  const assertions: (FormDataEntryValue | null)[] = [];
  const network: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const response = await api.settings.fetch(request.clone());
    assertions.push((await request.formData()).get("client_assertion"));
    if (assertions.length === 1) throw new TypeError("connection reset");
    return response;
  };
  await deviceToken({ ...api.settings, fetch: network, credential }).token();
  expect(new Set(assertions).size).toBe(2);
});
