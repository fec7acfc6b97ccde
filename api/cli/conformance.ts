import { type RouteConfig, z } from "@hono/zod-openapi";
import { operations } from "../../schema/openapi.ts";
import { Failure } from "../node/failure.ts";
import { exampleAddress } from "../pages/curl.ts";
import { documented } from "../pages/operations.ts";
import type { Command } from "./commands.ts";
import { wordsOf } from "./words.ts";

export const conformance: Command = {
  name: "conformance",
  usage: "conformance [--server URL] [--round ROUND] [--unit UNIT] [--language en]",
  about: {
    zh: "逐一调用运行中服务的公开读取操作，检查应答是否符合约定（默认 http://127.0.0.1:8787）",
    en: "Calls every public read of a running service and holds the answers against the contract (http://127.0.0.1:8787 unless told)",
  },
  async run(words) {
    const { values } = wordsOf(words, {
      server: { type: "string", default: "http://127.0.0.1:8787" },
      round: { type: "string", default: "neixiang-2020-06" },
      unit: { type: "string", default: "unit-012" },
      language: { type: "string", default: "en" },
    });
    const { operations: known } = documented();
    const contract = new Map(operations().map((operation) => [operation.operationId, operation]));
    let faults = 0;
    for (const read of known.filter(({ method, who }) => method === "GET" && who === undefined)) {
      const path = exampleAddress(read, { round: values.round, unit: values.unit });
      const response = await ask(new URL(path, values.server), values.language);
      const fault = await faultOf(contract.get(read.id), response);
      if (fault !== undefined) faults += 1;
      console.log(
        `${fault === undefined ? "ok  " : "FAIL"}  ${response.status}  ${path}  ${fault ?? ""}`,
      );
    }
    if (faults > 0)
      throw new Failure(`${faults} 个操作不符合约定。`, `${faults} operations break the contract.`);
  },
};

async function ask(address: URL, language: string): Promise<Response> {
  return fetch(address, { headers: { "accept-language": language } }).catch(() => {
    throw new Failure(`${address.origin} 没有应答。`, `${address.origin} does not answer.`);
  });
}

/** What of an answer the contract does not declare; nothing where it keeps the contract. */
async function faultOf(
  operation: RouteConfig | undefined,
  response: Response,
): Promise<string | undefined> {
  const declared = operation?.responses[response.status];
  if (!declared) return "status is not declared";
  const mediaType = response.headers.get("content-type")?.split(";", 1)[0] ?? "";
  const media = "content" in declared ? declared.content?.[mediaType] : undefined;
  const schema = media && "schema" in media ? media.schema : undefined;
  if (!(schema instanceof z.ZodType)) return `${mediaType} is not declared`;
  if (!mediaType.endsWith("json") || mediaType.endsWith("ndjson")) return undefined;
  const parsed = schema.safeParse(await response.json());
  return parsed.success ? undefined : z.prettifyError(parsed.error).slice(0, 500);
}
