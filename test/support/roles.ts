import type { RouteConfig } from "@hono/zod-openapi";
import { signDeviceToken } from "../../api/keys/device-token.ts";
import { signWindowToken } from "../../api/keys/window-token.ts";
import type { TestApp } from "./test-app.ts";

/** Who may call an operation, by the contract; nobody in particular where everybody may. */
export function rolesOf({ security }: RouteConfig): string[] {
  return (security ?? []).flatMap((requirement) => Object.keys(requirement));
}

/** A good token of every role that the contract knows: whoever adds a role adds it here. */
export async function tokensByRole(api: TestApp): Promise<Map<string, string>> {
  const device = { device: "device-01", credential: "key-01", mode: "live" } as const;
  const visit = "A".repeat(43);
  const window = {
    device: "device-01",
    credential: "key-01",
    unit: "u",
    programme: "p",
    visitedOn: "2020-06-01",
    visit,
  };
  const life = { now: api.clock(), expiresAt: api.clock() + 600_000 };
  return new Map([
    ["organiser", await api.organiserToken()],
    ["device", await signDeviceToken(api.keys, device, api.clock())],
    ["window", await signWindowToken(api.keys, window, life)],
  ]);
}
