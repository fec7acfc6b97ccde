import { createRoute, z } from "@hono/zod-openapi";
import { Presentation } from "./presentation.ts";
import { problems } from "./problem.ts";
import {
  Count,
  Identifier,
  Instant,
  inPath,
  json,
  jsonBody,
  LocalDate,
  Name,
  organiser,
  pageHeaders,
  pageOf,
  pageQuery,
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

export const Assignment = z
  .strictObject({
    unit: Identifier,
    programme: Identifier,
    instrument: Identifier,
    group: Identifier,
    from: LocalDate,
    until: LocalDate.optional().describe("Last day, inclusive; open where absent."),
  })
  .openapi("Assignment", {
    example: {
      unit: "unit-012",
      programme: "neixiang-per-visit",
      instrument: "window-rating",
      group: "visitors",
      from: "2020-06-01",
    },
  });

const DeviceKind = z
  .enum(["device", "platform"])
  .describe("A rating device at a window, or an online service platform that posts ratings.");

export const Device = z
  .strictObject({
    id: Identifier,
    label: z.string().max(100),
    kind: DeviceKind,
    mode: z.enum(["live", "test"]).describe("Ballots of a `test` device never enter a result."),
    state: z.enum(["invited", "enrolled", "revoked"]),
    assignments: z.array(Assignment).max(1000),
    lastSeenAt: Instant.optional(),
    clockOffsetSeconds: z
      .int()
      .min(-4_000_000_000)
      .max(4_000_000_000)
      .describe(
        "The clock by which the device dates its ratings minus server clock, as last reported; 0 if it never was.",
      ),
    clockDriftSeconds: z
      .int()
      .min(-4_000_000_000)
      .max(4_000_000_000)
      .optional()
      .describe(
        "The device's own clock minus server clock, as last reported: also of a device that corrects itself, somebody should set it.",
      ),
    clockReportedAt: Instant.optional().describe(
      "When the device last told its clock; absent: never, and nothing is known of it.",
    ),
    backlog: Count.optional().describe("Ballots waiting on the device, as last reported."),
    presentation: Presentation.optional(),
    revocation: z
      .strictObject({
        at: Instant,
        role: z.string().max(100),
        reason: z.string().max(1000),
        quarantineFrom: LocalDate.optional().describe(
          "First day of doubt, the earliest where there were several; absent: none.",
        ),
      })
      .optional()
      .describe(
        "When, by which role and why it was revoked, and since when its ballots are in doubt.",
      ),
    missingNumbers: z
      .array(z.strictObject({ first: Count, last: Count }))
      .max(1000)
      .describe("Gaps in the numbers delivered: ballots that the device made and we do not have."),
  })
  .openapi("Device", {
    example: {
      id: "device-01",
      label: "政务服务中心 3 号窗口",
      kind: "device",
      mode: "live",
      state: "enrolled",
      assignments: [],
      clockOffsetSeconds: 0,
      clockDriftSeconds: -10_840,
      clockReportedAt: "2020-06-03T01:30:00Z",
      missingNumbers: [],
    },
  });

export const DevicePath = z.object({ device: inPath.device });

export const createDevice = createRoute({
  operationId: "createDevice",
  method: "post",
  path: "/v1/devices",
  tags: ["devices"],
  summary: "Invite a device",
  description:
    "Answers with a one-time enrolment code, shown only here. Repeating it for a device that has not enrolled gives a new code and ends the old one.",
  security: organiser,
  request: {
    body: jsonBody(
      z
        .strictObject({
          id: Identifier,
          label: Name.max(100),
          kind: DeviceKind.default("device"),
          mode: z.enum(["live", "test"]).default("live"),
        })
        .openapi("DeviceInvitation", {
          example: { id: "device-01", label: "政务服务中心 3 号窗口", mode: "live" },
        }),
      "The device.",
    ),
  },
  responses: {
    201: json(
      z
        .strictObject({
          id: Identifier,
          enrolmentCode: z.string().max(40).describe("16 base32 characters; works once."),
          expiresAt: Instant,
        })
        .openapi("Invitation", {
          example: {
            id: "device-01",
            enrolmentCode: "ABCDEFGH23456777",
            expiresAt: "2020-06-08T00:00:00Z",
          },
        }),
      "The invitation.",
    ),
    ...problems(...write, "device_enrolled"),
  },
});

export const listDevices = createRoute({
  operationId: "listDevices",
  method: "get",
  path: "/v1/devices",
  tags: ["devices"],
  summary: "List the fleet",
  description:
    "Every device with its assignments, when it was last seen, its backlog, clock and gaps.",
  security: organiser,
  request: { query: z.strictObject(pageQuery) },
  responses: {
    200: {
      ...json(pageOf(Device).openapi("DevicePage"), "A page of devices."),
      headers: pageHeaders,
    },
    ...problems("invalid_parameter", "invalid_cursor", "unauthenticated", "forbidden"),
  },
});

export const getDevice = createRoute({
  operationId: "getDevice",
  method: "get",
  path: "/v1/devices/{device}",
  tags: ["devices"],
  summary: "One device",
  description: "A device of the fleet.",
  security: organiser,
  request: { params: DevicePath },
  responses: {
    200: json(Device, "The device."),
    ...problems("invalid_parameter", "unauthenticated", "forbidden", "unknown_device"),
  },
});

export const putPresentation = createRoute({
  operationId: "putPresentation",
  method: "put",
  path: "/v1/devices/{device}/presentation",
  tags: ["devices"],
  summary: "Say what a device shows besides the form",
  description:
    "Replaces the words and the look of a device. It takes them over with its configuration, within the hour; an empty object gives back its own.",
  security: organiser,
  request: {
    params: DevicePath,
    body: jsonBody(Presentation, "Words and look; what is left out is the device's own."),
  },
  responses: {
    200: json(Device, "The device with its presentation."),
    ...problems(...write, "unknown_device"),
  },
});

export const putAssignments = createRoute({
  operationId: "putAssignments",
  method: "put",
  path: "/v1/devices/{device}/assignments",
  tags: ["devices"],
  summary: "Say which units a device rates, and when",
  description:
    "Replaces the list. Instrument and group may be left out where the programme leaves no choice for a kiosk.",
  security: organiser,
  request: {
    params: DevicePath,
    body: jsonBody(
      z
        .strictObject({
          assignments: z
            .array(
              z.strictObject({
                unit: Identifier,
                programme: Identifier,
                instrument: Identifier.optional(),
                group: Identifier.optional(),
                from: LocalDate,
                until: LocalDate.optional(),
              }),
            )
            .max(1000),
        })
        .openapi("Assignments", {
          example: {
            assignments: [
              { unit: "unit-012", programme: "neixiang-per-visit", from: "2020-06-01" },
            ],
          },
        }),
      "All assignments of the device.",
    ),
  },
  responses: {
    200: json(Device, "The device with its assignments."),
    ...problems(
      ...write,
      "unknown_device",
      "unknown_unit",
      "unknown_programme",
      "ambiguous_assignment",
    ),
  },
});
