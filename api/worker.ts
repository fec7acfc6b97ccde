import { z } from "zod";
import { createApp } from "./app.ts";
import { createKeys } from "./keys/keys.ts";
import { masterSecretOf } from "./keys/master-secret.ts";
import { publicOriginFrom } from "./public-origin.ts";
import { openRemoteStore } from "./store/open-remote.ts";
import { type KeyBucket, keyBucket } from "./worker/key-bucket.ts";

const Jwk = z.looseObject({ kty: z.string() });

const Settings = z.object({
  REGISTRY_URL: z.string(),
  REGISTRY_TOKEN: z.string().optional(),
  URN_URL: z.string(),
  URN_TOKEN: z.string().optional(),
  MASTER_SECRET: z.string(),
  ORGANISER_PUBLIC_JWK: z.string(),
  PUBLIC_ORIGIN: z.string().transform(publicOriginFrom).pipe(z.string()).optional(),
  COUNTY_NAME: z.string().default("演示县 (demonstration county)"),
  TIME_ZONE: z.string().default("Asia/Shanghai"),
});

interface Environment extends Readonly<Record<string, unknown>> {
  /** Bucket of wrapped keys. */
  KEYS: KeyBucket;
}

type App = ReturnType<typeof createApp>;

let app: App | undefined;

/** The service on Workers: one app for each isolate, made by its first request. */
export default {
  fetch(request: Request, environment: Environment): Response | Promise<Response> {
    app ??= open(environment);
    return app.fetch(request, environment);
  },
};

function open(environment: Environment): App {
  const settings = Settings.parse(environment);
  return createApp({
    store: openRemoteStore({
      registryUrl: settings.REGISTRY_URL,
      urnUrl: settings.URN_URL,
      ...(settings.REGISTRY_TOKEN !== undefined && { registryToken: settings.REGISTRY_TOKEN }),
      ...(settings.URN_TOKEN !== undefined && { urnToken: settings.URN_TOKEN }),
    }),
    clock: () => Date.now(),
    keys: createKeys({
      place: keyBucket(environment.KEYS),
      masterSecret: masterSecretOf(settings.MASTER_SECRET),
      organiserPublicKeys: [Jwk.parse(JSON.parse(settings.ORGANISER_PUBLIC_JWK))],
    }),
    ...(settings.PUBLIC_ORIGIN !== undefined && { publicOrigin: settings.PUBLIC_ORIGIN }),
    county: { name: settings.COUNTY_NAME, timeZone: settings.TIME_ZONE },
    clientAddress: (c) => c.req.header("cf-connecting-ip") ?? "unknown",
  });
}
