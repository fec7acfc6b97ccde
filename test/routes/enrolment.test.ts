import { afterEach, beforeEach, expect, test } from "vitest";
import { newKey } from "../support/device.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let api: TestApp;
beforeEach(async () => {
  api = await createTestApp();
});
afterEach(() => api.close());

async function codeFor(id: string): Promise<string> {
  const invited = await api.asOrganiser("POST", "/v1/devices", { id, label: id });
  const { enrolmentCode }: { enrolmentCode: string } = await invited.json();
  return enrolmentCode;
}

const enrol = (code: string, publicKey: unknown) =>
  api.request("POST", "/v1/enrolments", { json: { code, publicKey } });

test("a code binds one key; asked again with that key it gives the same answer", async () => {
  const code = await codeFor("device-01");
  const key = await newKey();
  const first = await enrol(code, key.jwk);
  expect(first.status).toBe(201);
  const answer = await first.json();
  expect(answer).toEqual({ device: "device-01", keyId: key.thumbprint });
  expect(await (await enrol(code, key.jwk)).json()).toEqual(answer);
});

test("unknown, used and expired codes are refused alike", async () => {
  const used = await codeFor("device-01");
  const expired = await codeFor("device-02");
  await enrol(used, (await newKey()).jwk);
  const other = await newKey();
  const answers = [await enrol("AAAAAAAAAAAAAAAA", other.jwk), await enrol(used, other.jwk)];
  api.clock.set("2020-06-08T09:00:00+08:00");
  answers.push(await enrol(expired, other.jwk));
  const bodies = await Promise.all(
    answers.map(async (answer) => {
      const { requestId, ...body } = await answer.json();
      return body;
    }),
  );
  expect(bodies[0]).toMatchObject({ status: 404, code: "unknown_enrolment_code" });
  expect(bodies[1]).toEqual(bodies[0]);
  expect(bodies[2]).toEqual(bodies[0]);
});

test("of twenty parallel enrolments with one code exactly one succeeds", async () => {
  const code = await codeFor("device-01");
  const keys = await Promise.all(Array.from({ length: 20 }, () => newKey("EdDSA")));
  const answers = await Promise.all(keys.map(({ jwk }) => enrol(code, jwk)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
});

test("a key that belongs to another device is refused", async () => {
  const key = await newKey();
  await enrol(await codeFor("device-01"), key.jwk);
  const refused = await enrol(await codeFor("device-02"), key.jwk);
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ code: "key_in_use" });
});

test("a private key, a weak kind of key and a point off the curve are refused", async () => {
  const code = await codeFor("device-01");
  const { jwk } = await newKey();
  for (const wrong of [
    { ...jwk, d: jwk.x },
    { kty: "RSA", n: "x", e: "AQAB" },
    { ...jwk, y: jwk.x },
  ]) {
    expect((await enrol(code, wrong)).status).toBe(422);
  }
  expect((await enrol(code, jwk)).status).toBe(201);
});

test("one key spelled in two ways is one key: the spelling that is not its name is refused", async () => {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const respelled = (text = "") =>
    text.slice(0, -1) + alphabet[alphabet.indexOf(text.slice(-1)) ^ 1];
  for (const algorithm of ["ES256", "EdDSA"] as const) {
    const { jwk } = await newKey(algorithm);
    const id = algorithm.toLowerCase();
    expect((await enrol(await codeFor(id), jwk)).status).toBe(201);
    const answer = await enrol(await codeFor(`${id}-2`), { ...jwk, x: respelled(jwk.x) });
    expect(await answer.json()).toMatchObject({ errors: [{ code: "not_a_key" }] });
  }
});

test("the registry holds no enrolment code", async () => {
  const code = await codeFor("device-01");
  const row = await api.store.devices.find("device-01");
  expect(JSON.stringify(row)).not.toContain(code);
});
