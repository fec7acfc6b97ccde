import { signAssertion } from "../../sdk/device/assertion.ts";
import { thumbprint } from "../../sdk/device/thumbprint.ts";
import { type DeviceKey, newDeviceKey, newSerial } from "../../sdk/index.ts";
import { seededRandom } from "../attack/rig.ts";
import { programme } from "../support/seed.ts";
import { type Answer, createLine } from "./line.ts";
import type { Mistake } from "./mistakes.ts";
import type { Device, Surroundings } from "./rig.ts";

interface Waiting {
  serial: string;
  number: number;
  ratedAt: string;
  heldUntil: number;
  tried: boolean;
}

const holdMs = 15 * 60_000;

/** A device of another maker: a few lines that speak the protocol by themselves, right but for one mistake. */
export async function carelessDevice(
  around: Surroundings,
  mistake: Mistake | undefined,
): Promise<Device> {
  const { baseUrl, now } = around;
  const makes = (one: Mistake) => mistake === one;
  const random = seededRandom(7);
  const line = createLine(around, makes);
  let key = await newDeviceKey();
  let nextKey: DeviceKey | undefined;
  let credential = { device: "", keyId: "", privateKey: key.privateKey };
  let token: string | undefined;
  let revoked = false;
  let made = 0;
  let failures = 0;
  let waitUntil = 0;
  let queue: Waiting[] = [];
  let settled: number[] = [];

  async function newToken(): Promise<void> {
    const address = `${baseUrl}/v1/token`;
    const jti = makes("sameJti") ? { jti: "always" } : {};
    const signed = await signAssertion(credential, address, line.serverTime(), jti);
    const { status, json } = await line.postForm("/v1/token", {
      grant_type: "client_credentials",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: makes("signsAsDer") ? `${signed.slice(0, -4)}AAAA` : signed,
    });
    token = status === 200 ? String(json.access_token) : undefined;
    if (json.code === "credential_revoked") revoked = !makes("goesOnWhenRevoked");
  }

  /** With a token, and with another one after a 401. */
  async function authorised(path: string, body: object): Promise<Answer> {
    if (token === undefined || makes("tokenForEveryRequest")) await newToken();
    const answer = await line.post(path, body, token);
    if (answer.json.code === "credential_revoked") revoked = !makes("goesOnWhenRevoked");
    if (answer.json.code !== "unauthenticated" || makes("keepsRefusedToken")) return answer;
    await newToken();
    return line.post(path, body, token);
  }

  function bodyOf(ballot: Waiting): object {
    const { serial, number, ratedAt } = ballot;
    const again = { ratedAt: new Date(line.serverTime()).toISOString() };
    return {
      serial: makes("newSerialEachTime") ? newSerial() : serial,
      number,
      ratedAt,
      ...(makes("stampsAgain") && again),
      ...(makes("inventsMember") && { colour: "red" }),
      programme,
      instrument: "window-rating",
      answers: { kind: "levels", unit: "unit-001", level: "satisfied" },
    };
  }

  function forget(ballot: Waiting): void {
    settled.push(ballot.number);
    queue = queue.filter((it) => it !== ballot);
  }

  function waitAfter({ retryAfter }: Answer): void {
    failures += 1;
    const bound = Math.min(300, 2 ** (failures - 1)) * 1000;
    const chance = makes("triesByTheMetronome") ? bound : random() * bound;
    const told = makes("ignoresRetryAfter") ? undefined : line.untilOf(retryAfter);
    waitUntil = told === undefined ? now() + chance : told + random() * 1000;
    if (makes("triesAtOnce") && told === undefined) waitUntil = 0;
  }

  /** Whether the next may be sent. */
  async function send(ballot: Waiting): Promise<boolean> {
    ballot.tried = true;
    const answer = await authorised("/v1/ballots", bodyOf(ballot));
    if (revoked) return false;
    if (isReceipt(answer)) {
      failures = 0;
      if (makes("sendsWhatHasReceipt")) await authorised("/v1/ballots", bodyOf(ballot));
      forget(ballot);
      return true;
    }
    if (answer.status < 400 || answer.status >= 500 || [401, 429].includes(answer.status)) {
      waitAfter(answer);
      return false;
    }
    setApart(ballot, answer.json.retry);
    return true;
  }

  function isReceipt({ status }: Answer): boolean {
    const isPage = status === 200 && makes("takesAnyPageForReceipt");
    return status === 201 || isPage || (status === 503 && makes("forgetsWhenBusy"));
  }

  function setApart(ballot: Waiting, retry: unknown): void {
    if (retry !== "never") ballot.heldUntil = makes("resendsHeld") ? 0 : now() + holdMs;
    else if (!makes("resendsRefused")) forget(ballot);
  }

  /** Under another name, what was never sent is numbered from 1. */
  function takeName(device: string): void {
    const isRenamed = !["", device].includes(credential.device);
    if (!isRenamed || makes("keepsCountingUnderAnotherName")) return;
    made = 0;
    settled = [];
    for (const ballot of queue) if (!ballot.tried) ballot.number = ++made;
  }

  return {
    async enrol(code) {
      const isSure = credential.device === "" && !makes("forgetsKeyOfEnrolment");
      if (!isSure) key = await newDeviceKey();
      const secret = makes("sendsPrivateKey") ? { d: "secret" } : {};
      const body = { code, publicKey: { ...key.publicKey, ...secret } };
      const { status, json } = await line.post("/v1/enrolments", body);
      if (status !== 201) return;
      const device = String(json.device);
      takeName(device);
      credential = { device, keyId: String(json.keyId), privateKey: key.privateKey };
      revoked = false;
      waitUntil = 0;
      await newToken();
    },
    async rate() {
      made += 1;
      const zone = makes("stampsLocalTimeAsUtc") ? 8 * 3_600_000 : 0;
      queue.push({
        serial: makes("usesShortSerials") ? newSerial().slice(0, 22) : newSerial(),
        number: makes("numbersFromOne") ? 1 : made,
        ratedAt: new Date(line.serverTime() + zone).toISOString(),
        heldUntil: 0,
        tried: false,
      });
    },
    async deliver() {
      if (revoked || now() < waitUntil) return;
      const order = makes("sendsLastFirst") ? [...queue].reverse() : [...queue];
      const held = order.some(({ heldUntil }) => heldUntil > now());
      if (held && makes("holdsUpOthers")) return;
      for (const ballot of order.filter(({ heldUntil }) => heldUntil <= now())) {
        if (!(await send(ballot))) return;
      }
    },
    async beat() {
      if (makes("neverBeats")) return;
      const time = makes("beatsByRawClock") ? now() : line.serverTime();
      await authorised("/v1/device/heartbeats", {
        deviceTime: new Date(time).toISOString(),
        backlog: makes("hidesBacklog") ? 0 : queue.length,
        settled: makes("tellsNothingSettled")
          ? []
          : settled.map((number) => ({ first: number, last: number })),
      });
    },
    async rotate() {
      if (nextKey === undefined || makes("anotherKeyEachTime")) nextKey = await newDeviceKey();
      const { publicKey, privateKey } = nextKey;
      const path = "/v1/device/keys";
      const cnf = { jkt: await thumbprint(publicKey) };
      const assertion = await signAssertion(credential, baseUrl + path, line.serverTime(), { cnf });
      const { status, json } = await authorised(path, { publicKey, assertion });
      if (status !== 201 || makes("staysWithOldKey")) return;
      credential = { ...credential, keyId: String(json.keyId), privateKey };
    },
    async restart() {
      token = undefined;
      if (makes("forgetsWhenSwitchedOff")) queue = [];
    },
    async close() {},
  };
}
