import type { RouteConfig } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";

const exposeHeaders = [
  "Date",
  "Deprecation",
  "ETag",
  "Link",
  "RateLimit",
  "RateLimit-Policy",
  "Retry-After",
  "Sunset",
];
const allowHeaders = ["Accept-Language", "Authorization", "Content-Type", "If-None-Match"];

/** What pages of any origin may use: all but an organiser's operations. No operation reads a cookie. */
function isOpen({ security }: RouteConfig): boolean {
  return !(security ?? []).some((requirement) => "organiser" in requirement);
}

/** CORS for the operations of one path; nothing where all of them are an organiser's. */
export function crossOrigin(ofPath: readonly RouteConfig[]): MiddlewareHandler {
  const open = ofPath.filter(isOpen).map(({ method }) => method.toUpperCase());
  const allowMethods = open.includes("GET") ? [...open, "HEAD"] : open;
  const preflight = cors({
    origin: "*",
    allowMethods,
    allowHeaders,
    exposeHeaders,
    maxAge: 86_400,
  });
  return async (c, next) => {
    const { method } = c.req;
    if (method === "OPTIONS" && open.length > 0) return preflight(c, next);
    await next();
    if (!allowMethods.includes(method)) return;
    // Afterwards and on the answer itself: headers set before make Hono build the answer anew around a stream.
    c.res.headers.set("Access-Control-Allow-Origin", "*");
    c.res.headers.set("Access-Control-Expose-Headers", exposeHeaders.join(","));
  };
}
