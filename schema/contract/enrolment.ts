import { createRoute, z } from "@hono/zod-openapi";
import { problems } from "./problem.ts";
import { Count, Identifier, json, jsonBody } from "./shared.ts";

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
