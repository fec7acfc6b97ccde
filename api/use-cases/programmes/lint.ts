import { mostFindings } from "../../../schema/contract/programmes.ts";
import { readProgramme } from "../../../schema/programme.ts";
import { lintDocument } from "../../domain/lint.ts";

/** What cannot run in a document and what is doubtful. */
export function lintProgramme({ input }: { input: unknown }) {
  return { findings: lintDocument(input, readProgramme).slice(0, mostFindings) };
}
