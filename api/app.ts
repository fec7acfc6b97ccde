import type { Context as HonoContext } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import { HTTPException } from "hono/http-exception";
import { operations } from "../schema/openapi.ts";
import { audit, isAudited } from "./http/audit.ts";
import { createAuthenticator } from "./http/authentication.ts";
import { guard, mostBytes } from "./http/guard.ts";
import { languageOf } from "./http/language.ts";
import { defaultRateLimits, type RateLimits, rateLimit } from "./http/limits.ts";
import { problemResponse } from "./http/problem.ts";
import { createRouter, type Env } from "./http/router.ts";
import type { Keys } from "./keys/keys.ts";
import { logError } from "./log.ts";
import { Refusal } from "./refusal.ts";
import { agencyRoutes } from "./routes/agencies.ts";
import { ballotRoutes } from "./routes/ballots.ts";
import { deviceRoutes } from "./routes/devices.ts";
import { programmeRoutes } from "./routes/programmes.ts";
import { publicationRoutes } from "./routes/publication.ts";
import { resultRoutes } from "./routes/results.ts";
import { roundRoutes } from "./routes/rounds.ts";
import { serviceRoutes } from "./routes/service.ts";
import type { Services } from "./routes/services.ts";
import { unitRoutes } from "./routes/units.ts";
import type { Store } from "./store/store.ts";
import type { Clock, County } from "./use-cases/context.ts";

export interface AppSettings {
  store: Store;
  clock: Clock;
  keys: Keys;
  county: County;
  /** Requests a minute; absent, the defaults. */
  rateLimits?: RateLimits;
  /** The client's address as the runtime knows it, for rate limits alone. */
  clientAddress?: (c: HonoContext<Env>) => string;
}

const exposed = [
  "ETag",
  "Link",
  "RateLimit",
  "RateLimit-Policy",
  "Retry-After",
  "Deprecation",
  "Sunset",
  "Date",
];

/** The whole service, for any runtime. */
export function createApp(settings: AppSettings) {
  const app = createRouter();
  const authenticator = createAuthenticator(settings.keys, settings.clock);
  const services: Services = { ...settings, authenticator };

  app.onError((error, c) => {
    const requestId = c.get("requestId");
    const language = languageOf(c.req.header("accept-language"));
    if (error instanceof Refusal) return problemResponse(error, language, requestId);
    if (error instanceof HTTPException) return problemResponse(ofHttp(error), language, requestId);
    logError("request_failed", {
      requestId,
      route: c.req.routePath,
      message: String(error),
    });
    return problemResponse(new Refusal("internal"), language, requestId);
  });
  app.notFound((c) =>
    problemResponse(new Refusal("not_found"), languageOf(c.req.header("accept-language"))),
  );

  app.use(async (c, next) => {
    c.set("requestId", crypto.randomUUID());
    c.set("actor", { kind: "public" });
    await next();
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Referrer-Policy", "no-referrer");
    // Devices set their clocks by it, so that it tells the time by which they are judged.
    c.header("Date", new Date(settings.clock()).toUTCString());
  });
  app.use("/v1/*", cors({ origin: "*", exposeHeaders: exposed }));
  app.use(
    "/v1/*",
    bodyLimit({
      maxSize: mostBytes,
      onError: () => {
        throw new Refusal("too_large");
      },
    }),
  );
  const addressOf = settings.clientAddress ?? (() => "unknown");
  app.use(
    "/v1/*",
    rateLimit(settings.rateLimits ?? defaultRateLimits, settings.clock, authenticator, addressOf),
  );
  for (const operation of operations()) {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ":$1");
    app.on(operation.method, path, guard(operation, authenticator));
    if (isAudited(operation))
      app.on(operation.method, path, audit(operation, settings.store.audit.append, settings.clock));
  }
  app.route("/", agencyRoutes(services));
  app.route("/", ballotRoutes(services));
  app.route("/", deviceRoutes(services));
  app.route("/", programmeRoutes(services));
  app.route("/", publicationRoutes(services));
  app.route("/", resultRoutes(services));
  app.route("/", roundRoutes(services));
  app.route("/", serviceRoutes(services));
  app.route("/", unitRoutes(services));
  return app;
}

function ofHttp(error: HTTPException): Refusal {
  if (error.status === 400) return new Refusal("malformed_json");
  if (error.status === 413) return new Refusal("too_large");
  if (error.status === 415) return new Refusal("unsupported_media_type");
  return new Refusal("internal");
}
