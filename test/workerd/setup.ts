import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrateRemote } from "../../api/node/migrate-remote.ts";
import { organiserKey, organiserToken, publicPart } from "../../api/node/secrets.ts";
import { startHranaServer } from "../runtime/hrana-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** What a deployment sets as variables and secrets of the Worker, and a token for the tests. */
    edge: Record<string, string>;
  }
}

/** Two remote databases and an organiser, for the Worker's tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "wanping-edge-"));
  const token = randomBytes(16).toString("hex");
  const serve = (name: string) => startHranaServer({ file: join(folder, `${name}.db`), token });
  const [registry, urn] = await Promise.all([serve("registry"), serve("urn")]);
  const { url: registryUrl } = registry;
  await migrateRemote({ registryUrl, registryToken: token, urnUrl: urn.url, urnToken: token });
  const key = await organiserKey(folder);
  const life = { now: Date.now(), seconds: 3600, subject: "smoke" };
  project.provide("edge", {
    REGISTRY_URL: registry.url,
    REGISTRY_TOKEN: token,
    URN_URL: urn.url,
    URN_TOKEN: token,
    PUBLIC_ORIGIN: "https://wanping.test",
    MASTER_SECRET: randomBytes(32).toString("base64url"),
    ORGANISER_PUBLIC_JWK: JSON.stringify(publicPart(key)),
    ORGANISER_TOKEN: await organiserToken(key, life),
  });
  return async () => {
    await Promise.all([registry.close(), urn.close()]);
    rmSync(folder, { recursive: true });
  };
}
