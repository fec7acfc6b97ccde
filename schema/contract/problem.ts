import { z } from "@hono/zod-openapi";
import { type ProblemCode, problemCodes, problemKinds } from "./problems.ts";

const Code = z
  .enum(problemCodes)
  .openapi("ProblemCode", { description: "The codes known today; later versions add to them." });

/** RFC 9457 problem details, with a code for machines and pointers to each fault. */
export const Problem = z
  .strictObject({
    type: z
      .string()
      .max(200)
      .describe("Address of the explanation of this code in the documentation."),
    title: z.string().max(200),
    status: z.int().min(400).max(599),
    code: z
      .union([Code, z.string().max(64)])
      .describe("Stable name of the problem; one of those the operation declares."),
    detail: z
      .string()
      .max(1000)
      .describe("What was wrong here and what to do, in the language asked for."),
    retry: z
      .enum(["never", "after-fix", "later"])
      .describe("Whether sending the same request again can help."),
    errors: z
      .array(
        z.strictObject({
          pointer: z
            .string()
            .max(500)
            .describe(
              "RFC 6901 JSON pointer into the body; `#/query/…` or `#/path/…` for parameters.",
            ),
          code: z.string().max(64),
          detail: z.string().max(500),
        }),
      )
      .max(1000)
      .optional(),
    existing: z.string().max(200).optional().describe("Identifier of what stands in the way."),
    requestId: z.string().max(100).optional(),
    error: z
      .string()
      .max(64)
      .optional()
      .describe("OAuth 2.0 error code (RFC 6749 §5.2); token operation only."),
  })
  .openapi("Problem");

export type Problem = z.infer<typeof Problem>;

export function exampleOf(code: ProblemCode): Problem {
  const kind = problemKinds[code];
  return {
    type: `/docs/problems#${code}`,
    title: kind.title.en,
    status: kind.status,
    code,
    detail: `${kind.title.en}. ${kind.action.en}`,
    retry: kind.retry,
  };
}

/**
 * Declares problems of an operation, grouped by status, each with an example.
 * Handlers throw them; so to the types of a handler they are nothing that it returns.
 */
export function problems(...codes: readonly ProblemCode[]): Record<never, never> {
  const all = new Set<ProblemCode>([...codes, "too_many_requests", "internal"]);
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of all) {
    const { status } = problemKinds[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      status,
      {
        description: group.map((code) => `\`${code}\`: ${problemKinds[code].title.en}.`).join(" "),
        content: {
          "application/problem+json": {
            schema: Problem,
            examples: Object.fromEntries(
              group.map((code) => [code, { $ref: `#/components/examples/${code}` }]),
            ),
          },
        },
        ...(status === 429 || status === 503
          ? {
              headers: z.object({
                "Retry-After": z.string().max(10).optional().describe("Seconds to wait."),
              }),
            }
          : {}),
      },
    ]),
  );
}
