import { newDeviceKey } from "../device/key.ts";
import { renumber } from "./backup.ts";
import { ownError } from "./error.ts";
import type { Server } from "./server.ts";
import type { KioskStorage } from "./storage.ts";

/** As people type it: in groups, in lower case, with a zero for an O. */
export function readCode(typed: string): string {
  const code = typed.toUpperCase().replace(/[\s-]/g, "").replace(/0/g, "O").replace(/1/g, "I");
  if (!/^[A-Z2-7]{16}$/.test(code)) throw ownError("bad_code");
  return code;
}

/**
 * Spends a code. The key is kept before the question goes out: if the answer is lost, the same code and key ask again.
 * Ballots that wait stay, also when the device gets another name.
 */
export async function enrolKiosk(
  storage: KioskStorage,
  server: Server,
  typed: string,
  now: () => number,
): Promise<string> {
  const code = readCode(typed);
  const key = (await storage.read("newKey")) ?? (await newDeviceKey(!storage.keepsKeysInside));
  await storage.write("newKey", key);
  const { publicKey } = key;
  const answer = await server.send("POST", "/v1/enrolments", { json: { code, publicKey } });
  const { device, keyId } = Object(answer);
  if (typeof device !== "string" || typeof keyId !== "string") throw ownError("no_answer");
  const before = await storage.read("credential");
  if (before && before.device !== device) await renumber(storage);
  await storage.write("credential", { ...key, device, keyId, since: now() });
  return device;
}
