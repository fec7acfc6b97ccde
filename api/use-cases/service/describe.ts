import manifest from "../../../package.json" with { type: "json" };
import type { Context } from "../context.ts";

export function describeService({ ctx }: { ctx: Context }) {
  return {
    name: "Wanping",
    version: manifest.version,
    county: ctx.county,
    time: new Date(ctx.clock()).toISOString(),
    links: { documentation: "/docs", contract: "/openapi.json", results: "/" },
  };
}
