import { z } from "zod";

/** The messages of Hrana 2 in JSON, as far as the remote libSQL client sends them. */

const Value = z.discriminatedUnion("type", [
  z.object({ type: z.literal("null") }),
  z.object({ type: z.literal("integer"), value: z.string() }),
  z.object({ type: z.literal("float"), value: z.number() }),
  z.object({ type: z.literal("text"), value: z.string() }),
  z.object({ type: z.literal("blob"), base64: z.string() }),
]);
type Value = z.infer<typeof Value>;

/** A statement's text, or the number under which the client stored it. */
const Sql = { sql: z.string().optional(), sql_id: z.number().optional() };

const Statement = z.object({
  ...Sql,
  args: z.array(Value).default([]),
  named_args: z.array(z.object({ name: z.string(), value: Value })).default([]),
});
export type Statement = z.infer<typeof Statement>;

export type Condition =
  | { type: "ok" | "error"; step: number }
  | { type: "not"; cond: Condition }
  | { type: "and" | "or"; conds: Condition[] }
  | { type: "is_autocommit" };

const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.object({ type: z.enum(["ok", "error"]), step: z.number() }),
    z.object({ type: z.literal("not"), cond: Condition }),
    z.object({ type: z.enum(["and", "or"]), conds: z.array(Condition) }),
    z.object({ type: z.literal("is_autocommit") }),
  ]),
);

const Batch = z.object({
  steps: z.array(z.object({ condition: Condition.optional(), stmt: Statement })),
});
export type Batch = z.infer<typeof Batch>;

const Request = z.discriminatedUnion("type", [
  z.object({ type: z.literal("execute"), stmt: Statement }),
  z.object({ type: z.literal("batch"), batch: Batch }),
  z.object({ type: z.literal("sequence"), ...Sql }),
  z.object({ type: z.literal("store_sql"), sql_id: z.number(), sql: z.string() }),
  z.object({ type: z.literal("close_sql"), sql_id: z.number() }),
  z.object({ type: z.literal("close") }),
]);
export type Request = z.infer<typeof Request>;

export const Pipeline = z.object({ baton: z.string().nullish(), requests: z.array(Request) });

export interface StatementResult {
  cols: { name: string; decltype: string | null }[];
  rows: Value[][];
  affected_row_count: number;
  last_insert_rowid: string | null;
}

/** An error as the server reports it: only SQLite's base code crosses the wire. */
export interface WireError {
  message: string;
  code: string;
}

export type Bindable = null | bigint | number | string | Buffer;

export function decode(value: Value): Bindable {
  switch (value.type) {
    case "null":
      return null;
    case "integer":
      return BigInt(value.value);
    case "blob":
      return Buffer.from(value.base64, "base64");
    default:
      return value.value;
  }
}

export function encode(cell: unknown): Value {
  if (typeof cell === "bigint") return { type: "integer", value: String(cell) };
  if (typeof cell === "number") return { type: "float", value: cell };
  if (typeof cell === "string") return { type: "text", value: cell };
  if (cell instanceof Uint8Array) {
    return { type: "blob", base64: Buffer.from(cell).toString("base64") };
  }
  return { type: "null" };
}
