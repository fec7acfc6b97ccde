import { createWanping, type TokenSource, type WanpingSettings } from "../client.ts";
import { type Clock, systemClock } from "../clock.ts";
import { NoAnswerError, ProblemError } from "../errors.ts";
import { issueToken } from "../generated/sdk.gen.ts";
import { isTransient } from "../transport/problem.ts";
import { waitMs } from "../transport/wait.ts";
import { type DeviceCredential, signAssertion } from "./assertion.ts";

const attempts = 4;
const patience = { firstWaitMs: 500, longestWaitMs: 20_000 };
/** Of a token's life; the rest is kept for requests under way. */
const usedShare = 0.9;

interface Held {
  token: string;
  refreshAt: number;
}

/**
 * A device's tokens: asked for when needed, kept until shortly before they expire, renewed after a 401.
 * A wrong clock is corrected by the server's Date header.
 */
export function deviceToken(
  settings: Omit<WanpingSettings, "token"> & { credential: DeviceCredential },
): TokenSource {
  const { credential, clock = systemClock, random = Math.random } = settings;
  const client = createWanping({ ...settings, retries: 0 });
  const audience = new URL("/v1/token", settings.baseUrl).href;
  let offsetMs = 0;
  let held: Promise<Held> | undefined;

  /** Signs anew each time: an assertion buys one token, and the last one may have done so. */
  async function askOnce(): Promise<Held> {
    const assertion = await signAssertion(credential, audience, clock.now() + offsetMs);
    const { access_token, expires_in } = await issueToken({
      client,
      body: {
        grant_type: "client_credentials",
        client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        client_assertion: assertion,
      },
    });
    return { token: access_token, refreshAt: clock.now() + expires_in * 1000 * usedShare };
  }

  async function ask(attempt = 1): Promise<Held> {
    try {
      return await askOnce();
    } catch (error) {
      await mend(error, attempt);
      return ask(attempt + 1);
    }
  }

  /** Corrects the clock or waits; throws what neither can help. */
  async function mend(error: unknown, attempt: number): Promise<void> {
    const correction = correctionOf(error, clock) ?? offsetMs;
    const wrongClock = correction !== offsetMs;
    offsetMs = correction;
    if (attempt >= attempts || !(wrongClock || mayPass(error))) throw error;
    if (!wrongClock) await clock.sleep(waitMs(attempt, undefined, random, patience));
  }

  async function current(): Promise<Held> {
    held ??= ask();
    try {
      return await held;
    } catch (error) {
      held = undefined;
      throw error;
    }
  }

  return {
    async token() {
      const { token, refreshAt } = await current();
      if (clock.now() < refreshAt) return token;
      held = undefined;
      return (await current()).token;
    },
    async renew(refused) {
      // Of many requests refused together, the first renews and the others find its token.
      if ((await current()).token === refused) held = undefined;
      return (await current()).token;
    },
  };
}

/** Server time minus ours, in whole seconds, where the server did not like our assertion. */
function correctionOf(error: unknown, clock: Clock): number | undefined {
  if (!(error instanceof ProblemError) || error.code !== "invalid_client") return undefined;
  const date = Date.parse(error.response?.headers.get("date") ?? "");
  return Number.isNaN(date) ? undefined : Math.round((date - clock.now()) / 1000) * 1000;
}

function mayPass(error: unknown): boolean {
  return (
    error instanceof NoAnswerError || (error instanceof ProblemError && isTransient(error.status))
  );
}
