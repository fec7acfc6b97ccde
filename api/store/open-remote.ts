import { createClient } from "@libsql/client/web";
import { drizzle } from "drizzle-orm/libsql/web";
import { openDeviceNumbers } from "./device-numbers.ts";
import { openRemoteBallotWriter } from "./remote/ballot-writer.ts";
import { createStore, type Store } from "./store.ts";

export interface RemoteSettings {
  registryUrl: string;
  registryToken?: string;
  urnUrl: string;
  urnToken?: string;
}

/** Two remote libSQL databases over HTTP; migrated beforehand by `npx wanping migrate`. */
export function openRemoteStore(settings: RemoteSettings): Store {
  const registryClient = createClient({
    url: settings.registryUrl,
    authToken: settings.registryToken,
  });
  const urnClient = createClient({ url: settings.urnUrl, authToken: settings.urnToken });
  const ballots = openRemoteBallotWriter(urnClient);
  const registry = drizzle(registryClient, { casing: "snake_case" });
  const databases = {
    registry,
    urn: drizzle(urnClient, { casing: "snake_case" }),
    ballots,
    deviceNumbers: openDeviceNumbers(registry, { flushAfter: 0 }),
    alone: false,
  };
  return createStore(databases, async () => {
    registryClient.close();
    urnClient.close();
  });
}
