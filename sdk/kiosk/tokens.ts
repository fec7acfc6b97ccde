import type { Clock } from "../clock.ts";
import { signAssertion } from "../device/assertion.ts";
import { createTokenSource, type TokenSource } from "../device/token-source.ts";
import { KioskError, ownError } from "./error.ts";
import type { Sending, Server } from "./server.ts";
import type { KioskStorage } from "./storage.ts";
import type { ServerTime } from "./time.ts";

const mostAttempts = 3;
const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** Tokens for the enrolled device. Its assertion is dated by the server's clock, as far as we know it. */
export function createTokens(
  storage: KioskStorage,
  server: Server,
  time: ServerTime,
  clock: Clock,
): TokenSource {
  async function askOnce() {
    const credential = await storage.read("credential");
    if (!credential) throw ownError("not_enrolled");
    const assertion = await signAssertion(credential, `${server.baseUrl}/v1/token`, time.now());
    const form = {
      grant_type: "client_credentials",
      client_assertion_type: assertionType,
      client_assertion: assertion,
    };
    const { access_token, expires_in } = Object(await server.send("POST", "/v1/token", { form }));
    if (typeof access_token !== "string") throw ownError("no_answer");
    return { token: access_token, lifeMs: Number(expires_in) * 1000 };
  }

  async function ask(attempt = 1): ReturnType<typeof askOnce> {
    const assumed = time.now() - clock.now();
    return askOnce().catch((error: unknown) => {
      // The refusal told the server's time: with a clock that was wrong, one more assertion is right.
      const corrected = time.now() - clock.now() !== assumed;
      const ofClock = error instanceof KioskError && error.code === "invalid_client" && corrected;
      if (ofClock && attempt < mostAttempts) return ask(attempt + 1);
      throw error;
    });
  }

  return createTokenSource(() => ask(), clock);
}

/** Sends with a token, once more with a new one if the server does not know the token any longer. */
export async function sendAuthorised(
  server: Server,
  tokens: TokenSource,
  method: "GET" | "POST",
  path: string,
  sending: Sending = {},
): Promise<unknown> {
  const token = await tokens.token();
  try {
    return await server.send(method, path, { ...sending, token });
  } catch (error) {
    if (!(error instanceof KioskError && error.code === "unauthenticated")) throw error;
    return server.send(method, path, { ...sending, token: await tokens.renew(token) });
  }
}
