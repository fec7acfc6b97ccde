import { signAssertion } from "../device/assertion.ts";
import { newDeviceKey } from "../device/key.ts";
import { thumbprint } from "../device/thumbprint.ts";
import type { TokenSource } from "../device/token-source.ts";
import { ownError } from "./error.ts";
import type { Server } from "./server.ts";
import type { KioskStorage } from "./storage.ts";
import type { ServerTime } from "./time.ts";
import { sendAuthorised } from "./tokens.ts";

export interface CareParts {
  storage: KioskStorage;
  server: Server;
  tokens: TokenSource;
  time: ServerTime;
}

const longestKeyLifeMs = 90 * 86_400_000;
const mostRanges = 1000;

/** Tells the server how the device is: the clock by which it dates ratings, what waits, which numbers are settled. */
export async function beat({ storage, server, tokens, time }: CareParts): Promise<void> {
  const waiting = (await storage.entries()).filter(({ refused }) => !refused);
  const next = (await storage.read("nextNumber")) ?? 1;
  const numbers = waiting.map(({ number }) => number);
  const json = {
    deviceTime: new Date(time.now()).toISOString(),
    uncorrectedTime: new Date(time.uncorrected()).toISOString(),
    backlog: waiting.length,
    settled: rangesBetween(numbers, next).slice(0, mostRanges),
  };
  await sendAuthorised(server, tokens, "POST", "/v1/device/heartbeats", { json });
  await time.keep();
}

/** The numbers below `next` that do not wait, as ranges. */
export function rangesBetween(waiting: readonly number[], next: number) {
  const ranges: { first: number; last: number }[] = [];
  let first = 1;
  for (const number of [...waiting, next].sort((one, other) => one - other)) {
    if (number > next) break;
    if (first < number) ranges.push({ first, last: number - 1 });
    first = number + 1;
  }
  return ranges;
}

/** Whether the key has been in use so long that it should give way. */
export async function keyIsOld({ storage, time }: CareParts): Promise<boolean> {
  const credential = await storage.read("credential");
  return credential !== undefined && time.now() - credential.since > longestKeyLifeMs;
}

/**
 * Puts a new key in the place of the old. It is kept before the question goes out, so that a lost answer is asked for
 * again with the same key; until the answer is there the old key serves.
 */
export async function rotate({ storage, server, tokens, time }: CareParts): Promise<void> {
  const credential = await storage.read("credential");
  if (!credential) throw ownError("not_enrolled");
  const key = (await storage.read("nextKey")) ?? (await newDeviceKey(!storage.keepsKeysInside));
  await storage.write("nextKey", key);
  const path = "/v1/device/keys";
  const cnf = { jkt: await thumbprint(key.publicKey) };
  // The first contact tells the time by which the assertion is dated.
  await tokens.token();
  const assertion = await signAssertion(credential, server.baseUrl + path, time.now(), { cnf });
  const json = { publicKey: key.publicKey, assertion };
  const { keyId } = Object(await sendAuthorised(server, tokens, "POST", path, { json }));
  if (typeof keyId !== "string") throw ownError("no_answer");
  await storage.write("credential", {
    ...key,
    device: credential.device,
    keyId,
    since: time.now(),
  });
  await storage.write("nextKey", undefined);
}
