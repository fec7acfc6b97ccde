import { fileURLToPath } from "node:url";
import { createClient } from "@libsql/client/web";
import { migrate } from "drizzle-orm/libsql/migrator";
import { drizzle } from "drizzle-orm/libsql/web";
import type { RemoteSettings } from "../store/open-remote.ts";

/** Applies what is missing to both remote databases. Run once for each version, before it serves. */
export async function migrateRemote(settings: RemoteSettings): Promise<void> {
  const { registryUrl, registryToken, urnUrl, urnToken } = settings;
  await migrateOne("registry", registryUrl, registryToken);
  await migrateOne("urn", urnUrl, urnToken);
}

async function migrateOne(
  name: "registry" | "urn",
  url: string,
  authToken: string | undefined,
): Promise<void> {
  const client = createClient({ url, ...(authToken !== undefined && { authToken }) });
  const folder = fileURLToPath(new URL(`../../migrations/${name}`, import.meta.url));
  await migrate(drizzle(client), { migrationsFolder: folder });
  client.close();
}
