import { createRoute, z } from "@hono/zod-openapi";
import { problems } from "./problem.ts";
import {
  Count,
  Identifier,
  Instant,
  inPath,
  json,
  jsonBody,
  LocalDate,
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
      .describe("Device clock minus server clock, as last reported."),
    backlog: Count.optional().describe("Ballots waiting on the device, as last reported."),
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
      clockOffsetSeconds: 2,
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
          label: z.string().min(1).max(100),
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

/** An EC or OKP public key, as RFC 7517 writes it; private members are refused. */
export const PublicJwk = z
  .union([
    z.strictObject({
      kty: z.literal("EC"),
      crv: z.literal("P-256"),
      x: z.string().length(43),
      y: z.string().length(43),
    }),
    z.strictObject({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: z.string().length(43) }),
  ])
  .openapi("PublicJwk", {
    example: {
      kty: "EC",
      crv: "P-256",
      x: "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
      y: "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
    },
  });

export const enrol = createRoute({
  operationId: "enrol",
  method: "post",
  path: "/v1/enrolments",
  tags: ["device"],
  summary: "Enrol this device",
  description:
    "Spends the enrolment code and binds the public key. Repeating it with the same code and key gives the same answer. The answer never says whether a code was wrong, used or expired.",
  request: {
    body: jsonBody(
      z
        .strictObject({
          code: z
            .string()
            .regex(/^[A-Z2-7]{16}$/)
            .max(16),
          publicKey: PublicJwk,
        })
        .openapi("Enrolment"),
      "Code and public key.",
    ),
  },
  responses: {
    201: json(
      z
        .strictObject({
          device: Identifier,
          keyId: z.string().max(64).describe("RFC 7638 thumbprint; the `kid` of assertions."),
        })
        .openapi("Enrolled", {
          example: { device: "device-01", keyId: "cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s" },
        }),
      "Enrolled.",
    ),
    ...problems(
      "malformed_json",
      "unknown_enrolment_code",
      "key_in_use",
      "too_large",
      "unsupported_media_type",
      "invalid_body",
    ),
  },
});

export const issueToken = createRoute({
  operationId: "issueToken",
  method: "post",
  path: "/v1/token",
  tags: ["device"],
  summary: "Exchange an assertion for a short token",
  description:
    "OAuth 2.0 client credentials with `private_key_jwt` (RFC 7523 §2.2): `iss` and `sub` are the device, `aud` is this address, `jti` is new each time, `exp` at most 5 minutes after `iat`. A clock within 60 seconds passes; otherwise take the time from the Date header.",
  request: {
    body: {
      required: true,
      description: "A form, as OAuth 2.0 sends it.",
      content: {
        "application/x-www-form-urlencoded": {
          schema: z
            .strictObject({
              grant_type: z.literal("client_credentials"),
              client_assertion_type: z.literal(
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
              ),
              client_assertion: z.string().min(1).max(4000),
            })
            .openapi("TokenRequest"),
        },
      },
    },
  },
  responses: {
    200: json(
      z
        .strictObject({
          access_token: z.string().max(4000),
          token_type: z.literal("Bearer"),
          expires_in: Count.describe("Seconds."),
        })
        .openapi("Token", {
          example: { access_token: "eyJ…", token_type: "Bearer", expires_in: 3600 },
        }),
      "The token; send it as a bearer token.",
    ),
    ...problems(
      "invalid_client",
      "credential_revoked",
      "too_large",
      "unsupported_media_type",
      "invalid_body",
    ),
  },
});

export const getOwnConfiguration = createRoute({
  operationId: "getOwnConfiguration",
  method: "get",
  path: "/v1/device",
  tags: ["device"],
  summary: "This device's configuration",
  description: "What to show and for which units, and the server's time to set the clock by.",
  security: [{ device: [] }],
  responses: {
    200: json(
      z
        .strictObject({
          device: Identifier,
          mode: z.enum(["live", "test"]),
          serverTime: Instant,
          assignments: z
            .array(
              z.strictObject({
                unit: Identifier,
                unitName: z.string().max(200),
                programme: Identifier,
                group: Identifier,
                from: LocalDate,
                until: LocalDate.optional(),
                instrument: z
                  .record(z.string(), z.unknown())
                  .describe(
                    "The instrument as the programme document holds it: levels, labels, reasons.",
                  ),
              }),
            )
            .max(1000),
        })
        .openapi("DeviceConfiguration"),
      "The configuration.",
    ),
    ...problems("unauthenticated", "forbidden", "credential_revoked"),
  },
});
