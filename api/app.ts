import type { RouteConfig } from "@hono/zod-openapi";
import type { Context as HonoContext } from "hono";
import { operations } from "../schema/openapi.ts";
import { audit, isAudited } from "./http/audit.ts";
import { createAuthenticator, identify } from "./http/authentication.ts";
import { limitBody } from "./http/body-limit.ts";
import { crossOrigin } from "./http/cross-origin.ts";
import { answerError, createNotFound } from "./http/errors.ts";
import { everyAnswer } from "./http/every-answer.ts";
import { guard } from "./http/guard.ts";
import { defaultRateLimits, type RateLimits, rateLimit } from "./http/limits.ts";
import { createRouter, type Env } from "./http/router.ts";
import type { Keys } from "./keys/keys.ts";
import { kioskRoutes } from "./pages/kiosk/routes.ts";
import { pageRoutes } from "./pages/routes.ts";
import { windowPageRoutes } from "./pages/window/routes.ts";
import { agencyRoutes } from "./routes/agencies.ts";
import { ballotRoutes } from "./routes/ballots.ts";
import { decisionRoutes } from "./routes/decisions.ts";
import { deviceRoutes } from "./routes/devices.ts";
import { fleetRoutes } from "./routes/fleet.ts";
import { ledgerRoutes } from "./routes/ledgers.ts";
import { programmeRoutes } from "./routes/programmes.ts";
import { publicationRoutes } from "./routes/publication.ts";
import { resultRoutes } from "./routes/results.ts";
import { roundRoutes } from "./routes/rounds.ts";
import { serviceRoutes } from "./routes/service.ts";
import type { Services } from "./routes/services.ts";
import { unitRoutes } from "./routes/units.ts";
import { windowRoutes } from "./routes/windows.ts";
import type { Store } from "./store/store.ts";
import type { Clock, County } from "./use-cases/context.ts";

export interface AppSettings {
  store: Store;
  clock: Clock;
  keys: Keys;
  county: County;
  /** Scheme, host and port under which clients reach this service. Absent, it can be reached on this machine alone. */
  publicOrigin?: string;
  /** Requests a minute; absent, the defaults. */
  rateLimits?: RateLimits;
  /** The client's address as the runtime knows it, for rate limits alone. */
  clientAddress?: (c: HonoContext<Env>) => string;
}

/** The whole service, for any runtime. */
export function createApp(settings: AppSettings) {
  const app = createRouter();
  const { store, clock, keys } = settings;
  const authenticator = createAuthenticator(keys, clock);
  const services: Services = { ...settings, authenticator };

  app.onError(answerError);
  app.notFound(createNotFound(operations()));

  app.use(everyAnswer(clock));
  const contract = operationsByPath();
  for (const [path, ofPath] of contract) app.use(path, crossOrigin(ofPath));
  app.use("/v1/*", limitBody());
  app.use("/v1/*", identify(authenticator));
  const addressOf = settings.clientAddress ?? (() => "unknown");
  app.use("/v1/*", rateLimit(settings.rateLimits ?? defaultRateLimits, clock, addressOf));
  for (const [path, ofPath] of contract) {
    for (const operation of ofPath) {
      app.on(operation.method, path, guard(operation));
      if (isAudited(operation))
        app.on(operation.method, path, audit(operation, store.audit.append, clock));
    }
  }
  app.route("/", agencyRoutes(services));
  app.route("/", ballotRoutes(services));
  app.route("/", decisionRoutes(services));
  app.route("/", deviceRoutes(services));
  app.route("/", ledgerRoutes(services));
  app.route("/", fleetRoutes(services));
  app.route("/", windowRoutes(services));
  app.route("/", programmeRoutes(services));
  app.route("/", publicationRoutes(services));
  app.route("/", resultRoutes(services));
  app.route("/", roundRoutes(services));
  app.route("/", serviceRoutes(services));
  app.route("/", pageRoutes(services));
  app.route("/", kioskRoutes());
  app.route("/", windowPageRoutes(services));
  app.route("/", unitRoutes(services));
  return app;
}

/** The operations of the contract by their path, as the router writes it. */
function operationsByPath(): Map<string, RouteConfig[]> {
  const paths = new Map<string, RouteConfig[]>();
  for (const operation of operations()) {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ":$1");
    paths.set(path, [...(paths.get(path) ?? []), operation]);
  }
  return paths;
}
