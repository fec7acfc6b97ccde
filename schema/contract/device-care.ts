import { createRoute, z } from "@hono/zod-openapi";
import { PublicJwk } from "./enrolment.ts";
import { problems } from "./problem.ts";
import { Count, Identifier, Instant, json, jsonBody, LocalDate } from "./shared.ts";

const device = [{ device: [] }];
const form = ["malformed_json", "too_large", "unsupported_media_type", "invalid_body"] as const;
const refusals = ["unauthenticated", "forbidden", "credential_revoked"] as const;

/** Numbers `first` to `last`, both inclusive. */
export const NumberRange = z
  .strictObject({ first: Count.min(1), last: Count.min(1) })
  .openapi("NumberRange", { example: { first: 1, last: 17 } });

export const sendHeartbeat = createRoute({
  operationId: "sendHeartbeat",
  method: "post",
  path: "/v1/device/heartbeats",
  tags: ["device"],
  summary: "Say how this device is",
  description:
    "Every few minutes while there is a connection. The clock's offset found here corrects the dates of later ballots; the settled numbers repair what a server that lost its power had not yet noted.",
  security: device,
  request: {
    body: jsonBody(
      z
        .strictObject({
          deviceTime: Instant.describe(
            "The clock by which the device dates its ratings: corrected if it corrects itself, else as it is.",
          ),
          uncorrectedTime: Instant.optional().describe(
            "The device's own clock as it stands, of a device that corrects itself: the organiser sees which clock to set.",
          ),
          backlog: Count.describe("Ballots that wait on the device."),
          settled: z
            .array(NumberRange)
            .max(1000)
            .optional()
            .describe("Numbers of ballots that were recorded, or refused for ever."),
        })
        .openapi("Heartbeat", {
          example: {
            deviceTime: "2020-06-03T09:30:02+08:00",
            backlog: 0,
            settled: [{ first: 1, last: 17 }],
          },
        }),
      "How the device is.",
    ),
  },
  responses: {
    200: json(
      z
        .strictObject({
          serverTime: Instant,
          clockOffsetSeconds: z
            .int()
            .min(-4_000_000_000)
            .max(4_000_000_000)
            .describe(
              "`deviceTime` minus server clock; what lies further off is cut to these bounds.",
            ),
        })
        .openapi("HeartbeatAnswer", {
          example: { serverTime: "2020-06-03T01:30:00Z", clockOffsetSeconds: 2 },
        }),
      "The server's time.",
    ),
    ...problems(...form, ...refusals),
  },
});

export const rotateKey = createRoute({
  operationId: "rotateKey",
  method: "post",
  path: "/v1/device/keys",
  tags: ["device"],
  summary: "Change this device's key",
  description:
    "Binds a new public key beside the old one, which lives for another seven days so that nothing under way is lost. The assertion is made as for a token, by the old key, with this address as `aud` and the new key's RFC 7638 thumbprint as `cnf.jkt`: a stolen token alone binds no key. Repeating it with the same new key gives the same answer.",
  security: device,
  request: {
    body: jsonBody(
      z
        .strictObject({ publicKey: PublicJwk, assertion: z.string().min(1).max(4000) })
        .openapi("KeyRotation"),
      "The new key, and the old key's word for it.",
    ),
  },
  responses: {
    201: json(
      z
        .strictObject({
          keyId: z.string().max(64).describe("RFC 7638 thumbprint of the new key."),
          previousUntil: Instant.describe("Until when the old key is still accepted."),
        })
        .openapi("KeyRotated", {
          example: {
            keyId: "cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s",
            previousUntil: "2020-06-10T01:30:00Z",
          },
        }),
      "Both keys are accepted.",
    ),
    ...problems(...form, ...refusals, "invalid_client", "key_in_use"),
  },
});

export const openWindow = createRoute({
  operationId: "openWindow",
  method: "post",
  path: "/v1/device/windows",
  tags: ["device"],
  summary: "Make a code to be scanned at the window",
  description:
    "A token for one rating of one unit, without identity, on the visitor's own phone: show `/window/#` with the token behind it as a QR code. It works for ten minutes; with a visit reference it works within the programme's time for late ratings, and only if that visit has not been rated. A rating on the device that bears the same `visit` and the code exclude one another.",
  security: device,
  request: {
    body: jsonBody(
      z
        .strictObject({
          unit: Identifier,
          programme: Identifier,
          visit: z.string().min(1).max(100).optional().describe("Reference of the visit."),
        })
        .openapi("WindowRequest", {
          example: { unit: "unit-012", programme: "neixiang-per-visit", visit: "A-0042" },
        }),
      "The window.",
    ),
  },
  responses: {
    201: json(
      z
        .strictObject({
          token: z.string().max(4000).describe("Bearer token of one rating."),
          expiresAt: Instant,
          visitedOn: LocalDate.describe("The date that the rating will bear."),
          visit: z
            .string()
            .max(100)
            .describe(
              "Reference of the visit, or one made for this code: a rating on the device itself that bears it ends the code.",
            ),
        })
        .openapi("Window", {
          example: {
            token: "eyJ…",
            expiresAt: "2020-07-03T01:30:00Z",
            visitedOn: "2020-06-03",
            visit: "A-0042",
          },
        }),
      "The token.",
    ),
    ...problems(...form, ...refusals, "unit_not_assigned", "round_not_open", "off_instrument"),
  },
});
