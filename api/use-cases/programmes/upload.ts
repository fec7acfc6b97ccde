import type { Programme } from "../../../schema/programme.ts";
import { canonicalJson, sha256Hex } from "../../canonical.ts";
import { lint } from "../../domain/lint.ts";
import { Refusal } from "../../refusal.ts";
import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { summaryOf } from "./shape.ts";

interface Input {
  programme: Programme;
  /** The document as it was sent: its hash must be the one that anybody computes of their own copy. */
  sent: unknown;
}

/** Keeps a version for ever. What cannot run is not kept. */
export async function uploadProgramme({ ctx, input }: { ctx: Context; input: Input }) {
  requireOrganiser(ctx);
  const { programme, sent } = input;
  const errors = lint(programme).filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    throw new Refusal("programme_invalid", {
      errors: errors
        .slice(0, 100)
        .map(({ pointer, code, message }) => ({ pointer, code, detail: message })),
    });
  }
  const document = canonicalJson(sent);
  const sha256 = sha256Hex(document);
  const { id, version } = programme;
  const stored = await ctx.store.programmes.add({
    id,
    version,
    document,
    sha256,
    uploadedAt: ctx.clock(),
  });
  if (stored.sha256 !== sha256) {
    throw new Refusal("programme_version_exists", { existing: `${id}/${version}` });
  }
  return summaryOf(stored);
}
