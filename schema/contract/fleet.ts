import { createRoute, z } from "@hono/zod-openapi";
import { Device, DevicePath } from "./devices.ts";
import { problems } from "./problem.ts";
import {
  Count,
  datesReversed,
  Identifier,
  inOrder,
  inPath,
  json,
  jsonBody,
  LocalDate,
  noControls,
  notBlank,
  organiser,
} from "./shared.ts";

const write = [
  "invalid_parameter",
  "malformed_json",
  "unauthenticated",
  "forbidden",
  "too_large",
  "unsupported_media_type",
  "invalid_body",
] as const;

const Decided = {
  role: z
    .string()
    .min(1)
    .max(100)
    .refine(...notBlank)
    .refine(...noControls)
    .describe("Who decided, as a role, never as a name."),
  reason: z
    .string()
    .min(1)
    .max(1000)
    .refine(...notBlank)
    .refine(...noControls),
};
const decided = { role: "政务服务管理机构", reason: "设备被盗" };

export const revokeDevice = createRoute({
  operationId: "revokeDevice",
  method: "post",
  path: "/v1/devices/{device}/revocation",
  tags: ["devices"],
  summary: "Revoke a device",
  description:
    "At once and for good: its keys, its tokens and ballots under way are refused. Ballots that arrived on `quarantineFrom` or later are set apart, uncounted, until somebody reinstates them. Repeating it changes nothing more, but can set further ballots apart. To replace the device, invite a new one.",
  security: organiser,
  request: {
    params: DevicePath,
    body: jsonBody(
      z
        .strictObject({
          ...Decided,
          quarantineFrom: LocalDate.optional().describe(
            "First day of doubt, today at the latest; absent: none.",
          ),
        })
        .openapi("Revocation", { example: { ...decided, quarantineFrom: "2020-06-02" } }),
      "Why, and since when its ballots are in doubt.",
    ),
  },
  responses: {
    200: json(
      z.strictObject({ device: Device, quarantined: Count }).openapi("Revoked"),
      "The revoked device and the ballots that were set apart.",
    ),
    ...problems(...write, "unknown_device"),
  },
});

const Days = z
  .strictObject({ from: LocalDate, to: LocalDate, ...Decided })
  .refine(inOrder, datesReversed)
  .openapi("ReviewedDays", {
    example: { from: "2020-06-02", to: "2020-06-03", ...decided },
  });

const Moved = z
  .strictObject({ ballots: Count.describe("Ballots that changed their state.") })
  .openapi("Reviewed", { example: { ballots: 41 } });

export const quarantineBallots = createRoute({
  operationId: "quarantineBallots",
  method: "post",
  path: "/v1/devices/{device}/quarantines",
  tags: ["devices"],
  summary: "Set a device's ballots of some days apart",
  description:
    "Counted ballots that arrived from this device on these days, kept and no longer counted. A person decides, with a reason; nothing does so by itself. The tallies follow in the same transaction.",
  security: organiser,
  request: { params: DevicePath, body: jsonBody(Days, "The days, and why.") },
  responses: { 200: json(Moved, "Set apart."), ...problems(...write, "unknown_device") },
});

export const reinstateBallots = createRoute({
  operationId: "reinstateBallots",
  method: "post",
  path: "/v1/devices/{device}/reinstatements",
  tags: ["devices"],
  summary: "Count a device's quarantined ballots of some days again",
  description: "Each returns to the state that it had.",
  security: organiser,
  request: { params: DevicePath, body: jsonBody(Days, "The days, and why.") },
  responses: { 200: json(Moved, "Reinstated."), ...problems(...write, "unknown_device") },
});

export const Suspicion = z
  .strictObject({
    kind: z
      .enum(["burst", "identical-run", "over-footfall"])
      .describe(
        "burst: many more ballots than this device has on other days. identical-run: many ballots, all alike or more nearly so than chance allows by what other devices hear. over-footfall: more ballots than the unit had visits.",
      ),
    on: LocalDate.describe("Visit date."),
    device: Identifier.optional(),
    unit: Identifier.optional(),
    ballots: Count,
    expected: Count.optional().describe("What it is compared with: a median, or the visits."),
  })
  .openapi("Suspicion", {
    example: { kind: "burst", on: "2020-06-03", device: "device-01", ballots: 260, expected: 22 },
  });

export const listSuspicions = createRoute({
  operationId: "listSuspicions",
  method: "get",
  path: "/v1/rounds/{round}/suspicions",
  tags: ["devices"],
  summary: "Patterns that look like stuffing",
  description:
    "For a person to look at: by device and day, no finer, since nothing finer is kept. Each may have a good reason. Nothing is quarantined by itself.",
  security: organiser,
  request: { params: z.object({ round: inPath.round }) },
  responses: {
    200: json(
      z.strictObject({ items: z.array(Suspicion).max(10_000) }).openapi("Suspicions"),
      "The patterns.",
    ),
    ...problems("invalid_parameter", "unauthenticated", "forbidden", "unknown_round"),
  },
});
