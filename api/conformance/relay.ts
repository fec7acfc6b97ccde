import { calculateJwkThumbprint, decodeJwt, importJWK, type JWK, jwtVerify } from "jose";
import { z } from "zod";
import { exampleOf } from "../../schema/contract/problem.ts";
import type { ProblemCode } from "../../schema/contract/problems.ts";
import { signAssertion } from "../../sdk/device/assertion.ts";
import type { DeviceCredential } from "../../sdk/index.ts";
import { assertionText, jsonIn } from "./exchange.ts";
import { algorithmOf, keyIn } from "./keys.ts";

/** A device that we enrolled ourselves at the server under trial, and the code by which the tested one takes its place. */
export interface Place {
  credential: DeviceCredential;
  code: string;
}

export interface RelaySettings {
  /** The server under trial. */
  url: string;
  places: readonly Place[];
  fetch: typeof fetch;
  /** The clock that the device is told. */
  now: () => number;
  /** The real clock, by which the server checks us. */
  realNow: () => number;
}

const Enrolment = z.object({ code: z.string() });
const Change = z.object({ assertion: z.string() });
const keptWeek = 7 * 86_400_000;
const passedOn = ["authorization", "content-type", "accept-language"];
const passedBack = ["content-type", "retry-after", "location"];

/**
 * Passes requests on to a server elsewhere. A device signs for the address that it knows, which is ours, and no server takes an
 * assertion that was made for somebody else: so we check the device's assertions here, and ask for its tokens with our own.
 */
export function createRelay({ url, places, fetch, now, realNow }: RelaySettings) {
  const keys = new Map<Place, JWK[]>();
  const placeOf = (device: unknown) =>
    [...keys.keys()].findLast(({ credential }) => credential.device === device);

  async function enrol(body: string): Promise<Response> {
    const code = Enrolment.safeParse(jsonIn(body)).data?.code;
    const key = keyIn(body);
    if (!key) return refuse("invalid_body");
    const place = places.find((it) => it.code === code);
    const [bound] = (place && keys.get(place)) ?? [];
    if (!place || (bound && (await different(bound, key)))) return refuse("unknown_enrolment_code");
    keys.set(place, [key]);
    const { device } = place.credential;
    return answer(201, { device, keyId: await calculateJwkThumbprint(key) });
  }

  /** The place of the device that made an assertion for an address; undefined where any part of it is wrong. */
  async function proven(assertion: string, audience: string) {
    const place = placeOf(claimOf(assertion));
    for (const key of (place && keys.get(place)) ?? []) {
      const algorithm = algorithmOf(key);
      const checked = jwtVerify(assertion, await importJWK(key, algorithm), {
        algorithms: [algorithm],
        audience,
        currentDate: new Date(now()),
        clockTolerance: 60,
        maxTokenAge: 300,
        requiredClaims: ["iss", "sub", "jti", "iat", "exp"],
      });
      const payload = await checked.then((it) => it.payload).catch(() => undefined);
      if (place && payload) return { place, payload };
    }
    return undefined;
  }

  async function token(request: Request, body: string): Promise<Response> {
    const of = await proven(assertionText(body), request.url);
    if (!of) return refuse("invalid_client");
    const address = `${url}/v1/token`;
    const form = new URLSearchParams(body);
    form.set("client_assertion", await signAssertion(of.place.credential, address, realNow()));
    return told(await fetch(address, { method: "POST", body: form }));
  }

  /** The key is the device's and ours to remember: the server knows our own, which stays. */
  async function changeKey(request: Request, body: string): Promise<Response> {
    const assertion = Change.safeParse(jsonIn(body)).data?.assertion ?? "";
    const of = await proven(assertion, request.url);
    const key = keyIn(body);
    const keyId = key && (await calculateJwkThumbprint(key));
    if (!of || !key || Object(of.payload.cnf).jkt !== keyId) return refuse("invalid_client");
    keys.set(of.place, [key, ...(keys.get(of.place) ?? [])]);
    const previousUntil = new Date(now() + keptWeek).toISOString();
    return answer(201, { keyId, previousUntil });
  }

  async function passOn(request: Request, body: string): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const headers = pick(request.headers, passedOn);
    const init = { method: request.method, headers, ...(body !== "" && { body }) };
    return told(await fetch(url + pathname + search, init));
  }

  async function told(response: Response): Promise<Response> {
    const headers = pick(response.headers, passedBack);
    headers.set("date", new Date(now()).toUTCString());
    return new Response(await response.text(), { status: response.status, headers });
  }

  function answer(status: number, value: object, type = "application/json"): Response {
    const headers = { "content-type": type, date: new Date(now()).toUTCString() };
    return new Response(JSON.stringify(value), { status, headers });
  }
  function refuse(code: ProblemCode): Response {
    return answer(exampleOf(code).status, exampleOf(code), "application/problem+json");
  }

  return async (request: Request): Promise<Response> => {
    const body = await request.text();
    const operation = `${request.method} ${new URL(request.url).pathname}`;
    if (operation === "POST /v1/enrolments") return enrol(body);
    if (operation === "POST /v1/token") return token(request, body);
    if (operation === "POST /v1/device/keys") return changeKey(request, body);
    return passOn(request, body);
  };
}

function claimOf(assertion: string): unknown {
  try {
    return decodeJwt(assertion).sub;
  } catch {
    return undefined;
  }
}

async function different(one: JWK, other: JWK): Promise<boolean> {
  return (await calculateJwkThumbprint(one)) !== (await calculateJwkThumbprint(other));
}

function pick(headers: Headers, names: readonly string[]): Headers {
  const picked = new Headers();
  for (const name of names) {
    const value = headers.get(name);
    if (value !== null) picked.set(name, value);
  }
  return picked;
}
