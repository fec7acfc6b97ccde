import { signAssertion } from "../../sdk/device/assertion.ts";
import { type DeviceKey, newDeviceKey, newSerial } from "../../sdk/index.ts";
import { programme } from "../support/seed.ts";
import type { Device, Surroundings } from "./rig.ts";

/** What a maker may get wrong. */
export interface Mistakes {
  newSerialEachTime?: boolean;
  ignoresRetryAfter?: boolean;
  ignoresDate?: boolean;
  keepsRefusedToken?: boolean;
  tokenForEveryRequest?: boolean;
  sameJti?: boolean;
  resendsRefused?: boolean;
  stampsAgain?: boolean;
  numbersFromOne?: boolean;
  sendsLastFirst?: boolean;
}

interface Waiting {
  serial: string;
  number: number;
  ratedAt: string;
}

/** A device of another maker: a few lines that speak the protocol by themselves, right but for its mistakes. */
export async function carelessDevice(
  { baseUrl, fetch, clock }: Surroundings,
  mistakes: Mistakes,
): Promise<Device> {
  const key: DeviceKey = await newDeviceKey();
  let credential = { device: "", keyId: "", privateKey: key.privateKey };
  let token: string | undefined;
  let slowMs = 0;
  let made = 0;
  let waitUntil = 0;
  let queue: Waiting[] = [];

  async function post(path: string, init: RequestInit): Promise<Response> {
    const response = await fetch(baseUrl + path, { method: "POST", ...init });
    const date = Date.parse(response.headers.get("date") ?? "");
    if (!mistakes.ignoresDate) slowMs = date - clock.now();
    return response;
  }
  const json = (body: object, more = {}) => ({
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...more },
  });

  async function newToken(): Promise<string | undefined> {
    const jti = mistakes.sameJti ? { jti: "always" } : {};
    const now = clock.now() + slowMs;
    const body = new URLSearchParams({
      grant_type: "client_credentials",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: await signAssertion(credential, `${baseUrl}/v1/token`, now, jti),
    });
    const response = await post("/v1/token", { body });
    const { access_token }: { access_token?: string } = await response.json();
    return access_token;
  }

  async function send(ballot: Waiting): Promise<boolean> {
    token = mistakes.tokenForEveryRequest ? await newToken() : (token ?? (await newToken()));
    if (token === undefined) return false;
    const ratedAt = new Date(clock.now() + slowMs).toISOString();
    const body = {
      ...ballot,
      ...(mistakes.newSerialEachTime && { serial: newSerial() }),
      ...(mistakes.stampsAgain && { ratedAt }),
      programme,
      instrument: "window-rating",
      answers: { kind: "levels", unit: "unit-001", level: "satisfied" },
    };
    const response = await post("/v1/ballots", json(body, { authorization: `Bearer ${token}` }));
    if (response.status === 401 && !mistakes.keepsRefusedToken) token = undefined;
    const seconds = Number(response.headers.get("retry-after"));
    if (!mistakes.ignoresRetryAfter) waitUntil = clock.now() + seconds * 1000;
    return response.status === 201 || (response.status === 422 && !mistakes.resendsRefused);
  }

  return {
    async enrol(code) {
      const response = await post("/v1/enrolments", json({ code, publicKey: key.publicKey }));
      credential = { ...credential, ...(await response.json()) };
      token = await newToken();
      token ??= await newToken();
    },
    async rate() {
      made += 1;
      const number = mistakes.numbersFromOne ? 1 : made;
      queue.push({ serial: newSerial(), number, ratedAt: new Date(clock.now()).toISOString() });
    },
    async deliver() {
      if (clock.now() < waitUntil) return;
      const order = mistakes.sendsLastFirst ? [...queue].reverse() : queue;
      for (const ballot of order) {
        const settled = await send(ballot).catch(() => false);
        if (settled) queue = queue.filter((it) => it !== ballot);
        else if (!mistakes.resendsRefused) return;
      }
      token ??= await newToken().catch(() => undefined);
    },
    async restart() {
      token = undefined;
    },
    async close() {},
  };
}
