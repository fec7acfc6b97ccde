import manifest from "../../../package.json" with { type: "json" };
import type { Context } from "../context.ts";

export function describeService({ ctx }: { ctx: Context }) {
  const { name, timeZone } = ctx.county;
  return {
    name: "Wanping",
    version: manifest.version,
    county: { name, timeZone },
    time: new Date(ctx.clock()).toISOString(),
    links: { documentation: "/docs", contract: "/openapi.json", results: "/" },
  };
}
