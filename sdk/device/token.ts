import { createWanping, type WanpingSettings } from "../client.ts";
import { type Clock, systemClock } from "../clock.ts";
import { NoAnswerError, ProblemError } from "../errors.ts";
import { issueToken } from "../generated/sdk.gen.ts";
import { isTransient } from "../transport/problem.ts";
import { waitMs } from "../transport/wait.ts";
import { type DeviceCredential, signAssertion } from "./assertion.ts";
import { createTokenSource, type TokenSource } from "./token-source.ts";

const attempts = 4;
const patience = { firstWaitMs: 500, longestWaitMs: 20_000 };

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

  /** Signs anew each time: an assertion buys one token, and the last one may have done so. */
  async function askOnce() {
    const assertion = await signAssertion(credential, audience, clock.now() + offsetMs);
    const { access_token, expires_in } = await issueToken({
      client,
      body: {
        grant_type: "client_credentials",
        client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        client_assertion: assertion,
      },
    });
    return { token: access_token, lifeMs: expires_in * 1000 };
  }

  async function ask(attempt = 1): ReturnType<typeof askOnce> {
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

  return createTokenSource(ask, clock);
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
