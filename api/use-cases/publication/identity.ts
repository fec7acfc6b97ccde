import { z } from "zod";
import type { ReleaseRow } from "../../store/releases.ts";
import type { Identity } from "./shape.ts";

const Correction = z.object({ role: z.string(), reason: z.string() });

/** What makes a stored release that one: its bytes can be made again from it. */
export function identityOf({ number, state, publishedAt, reason }: ReleaseRow): Identity {
  return {
    number,
    state,
    publishedAt,
    ...(reason !== null && { correction: Correction.parse(JSON.parse(reason)) }),
  };
}

/** The correction as the release's row keeps it. */
export function correctionOf({ correction }: Identity): string | null {
  return correction ? JSON.stringify(correction) : null;
}
