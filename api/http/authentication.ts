import type { MiddlewareHandler } from "hono";
import { type JWTPayload, jwtVerify } from "jose";
import { deviceAudience, issuer } from "../keys/device-token.ts";
import type { Keys } from "../keys/keys.ts";
import { longestOrganiserTokenSeconds, organiserAudience } from "../keys/organiser-token.ts";
import { readWindowToken, windowTokenType } from "../keys/window-token.ts";
import { Refusal } from "../refusal.ts";
import type { Actor } from "../use-cases/context.ts";
import type { Env } from "./router.ts";

export { issuer };

const mostRemembered = 10_000;

/**
 * Bearer tokens to actors. An organiser's token is verified each time; a device's once, and then remembered
 * until it expires: a signature check costs more than the rest of a ballot.
 */
export function createAuthenticator(keys: Keys, clock: () => number) {
  const remembered = new Map<string, { actor: Actor; expiresAt: number }>();

  async function verify(token: string): Promise<{ actor: Actor; expiresAt: number }> {
    const options = {
      issuer,
      currentDate: new Date(clock()),
      clockTolerance: 60,
      requiredClaims: ["exp", "sub"],
    };
    const { alg, typ } = headerOf(token);
    if (typ === windowTokenType) {
      const claims = await readWindowToken(keys, token, clock());
      return { actor: { kind: "window", ...claims }, expiresAt: 0 };
    }
    if (alg === "ES256") {
      const { payload } = await jwtVerify(token, keys.organiser, {
        ...options,
        algorithms: ["ES256"],
        audience: organiserAudience,
        maxTokenAge: longestOrganiserTokenSeconds,
      });
      return { actor: { kind: "organiser", subject: subjectOf(payload) }, expiresAt: 0 };
    }
    const { payload } = await jwtVerify(token, await keys.deviceToken(), {
      ...options,
      algorithms: ["HS256"],
      audience: deviceAudience,
    });
    return { actor: deviceOf(payload), expiresAt: (payload.exp ?? 0) * 1000 };
  }

  return {
    async actorOf(authorization: string | undefined): Promise<Actor> {
      if (authorization === undefined) return { kind: "public" };
      const known = remembered.get(authorization);
      if (known && known.expiresAt > clock()) return known.actor;
      remembered.delete(authorization);
      const token = /^Bearer ([\w.-]{1,4000})$/i.exec(authorization)?.[1];
      if (token === undefined) throw new Refusal("unauthenticated");
      const verified = await verify(token).catch(() => {
        throw new Refusal("unauthenticated");
      });
      if (verified.actor.kind === "device") {
        if (remembered.size >= mostRemembered) remembered.clear();
        remembered.set(authorization, verified);
      }
      return verified.actor;
    },
    /** Forgets every remembered token: the next request of each device is verified anew. */
    forget() {
      remembered.clear();
    },
  };
}

export type Authenticator = ReturnType<typeof createAuthenticator>;

const nobody: Actor = { kind: "public" };

/** Finds out who asks. Whoever holds no good token is the public, which the guard of an operation may refuse. */
export function identify({ actorOf }: Authenticator): MiddlewareHandler<Env> {
  return async (c, next) => {
    c.set("actor", await actorOf(c.req.header("authorization")).catch(() => nobody));
    await next();
  };
}

function headerOf(token: string): { alg?: unknown; typ?: unknown } {
  const [header = ""] = token.split(".", 1);
  const parsed: unknown = JSON.parse(atob(header.replaceAll("-", "+").replaceAll("_", "/")));
  return typeof parsed === "object" && parsed !== null ? parsed : {};
}

function subjectOf(payload: JWTPayload): string {
  if (!payload.sub) throw new Refusal("unauthenticated");
  return payload.sub;
}

function deviceOf(payload: JWTPayload): Actor {
  const { credential, mode } = payload;
  if (typeof credential !== "string" || (mode !== "live" && mode !== "test"))
    throw new Refusal("unauthenticated");
  return { kind: "device", device: subjectOf(payload), credential, mode };
}
