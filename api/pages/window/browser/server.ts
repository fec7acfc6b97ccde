import { systemClock } from "../../../../sdk/clock.ts";
import { asKioskError, KioskError } from "../../../../sdk/kiosk/error.ts";
import { createServer } from "../../../../sdk/kiosk/server.ts";
import type { Form, Kept, Receipt } from "./kept.ts";

const timeoutMs = 20_000;
let serverTime: number | undefined;

const server = createServer({
  baseUrl: location.origin,
  fetch: (input, init) => fetch(input, { ...init, credentials: "omit", cache: "no-store" }),
  clock: systemClock,
  timeoutMs,
  get language() {
    return document.documentElement.lang === "en" ? "en" : "zh";
  },
  onServerTime: (time) => {
    serverTime = time;
  },
});

export async function askForm({ token }: Kept): Promise<Form> {
  return ask<Form>("GET", "/v1/window", { token }, ({ unit, instrument }) => unit && instrument);
}

/** Sends the rating as it was first sent: the serial makes one ballot of however many attempts. */
export async function sendRating({ token, serial, answers }: Kept): Promise<Receipt> {
  const sending = { token, json: { serial, answers } };
  return ask<Receipt>("POST", "/v1/window/ballots", sending, ({ state }) => state);
}

type Sending = Parameters<typeof server.send>[2];

async function ask<Answer>(
  method: "GET" | "POST",
  path: string,
  sending: Sending & { token: string },
  isAnswer: (answer: Answer) => unknown,
): Promise<Answer> {
  try {
    const answer: Answer = Object(await server.send(method, path, sending));
    if (isAnswer(answer)) return answer;
  } catch (reason) {
    const error = asKioskError(reason);
    if (error.code !== "unauthenticated") throw error;
    const code = hasExpired(sending.token) ? "expired" : "bad_link";
    throw new KioskError(code, error.message, "never", error.status);
  }
  throw new KioskError("no_answer", "", "later");
}

/** By the server's clock, since phones' clocks are wrong now and then. A token that cannot be read was no code of ours. */
function hasExpired(token: string): boolean {
  try {
    const [, payload = ""] = token.split(".");
    const { exp } = JSON.parse(atob(payload.replace(/-/g, "+").replace(/_/g, "/")));
    return exp * 1000 <= (serverTime ?? Date.now());
  } catch (_) {
    return false;
  }
}
