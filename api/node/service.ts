import { join } from "node:path";
import { getConnInfo } from "@hono/node-server/conninfo";
import { createApp } from "../app.ts";
import { createKeys } from "../keys/keys.ts";
import { openEmbeddedStore } from "../store/open-embedded.ts";
import { openRemoteStore } from "../store/open-remote.ts";
import type { Clock } from "../use-cases/context.ts";
import { keyFolder } from "./key-folder.ts";
import { masterSecret, organiserKey, organiserToken, publicPart } from "./secrets.ts";
import type { Settings } from "./settings.ts";

/** The service over the data folder (or two remote databases), with its keys; whoever opens it closes it. */
export async function openService(settings: Settings, clock: Clock) {
  const organiser = await organiserKey(settings.dataDir);
  const keys = createKeys({
    place: keyFolder(join(settings.dataDir, "keys")),
    masterSecret: await masterSecret(settings.dataDir, settings.masterSecret),
    organiserPublicKeys: [publicPart(organiser)],
  });
  const store = settings.remote
    ? openRemoteStore(settings.remote)
    : await openEmbeddedStore(settings.dataDir);
  const app = createApp({
    store,
    clock,
    keys,
    county: settings.county,
    ...(settings.publicOrigin !== undefined && { publicOrigin: settings.publicOrigin }),
    clientAddress: (c) => (c.env ? (getConnInfo(c).remote.address ?? "unknown") : "local"),
  });
  return {
    app,
    /** A token with which this machine's organiser calls the API. */
    token: (seconds: number) =>
      organiserToken(organiser, { now: clock(), seconds, subject: "local-organiser" }),
    close: () => store.close(),
  };
}

export type Service = Awaited<ReturnType<typeof openService>>;
