import type { z } from "zod";

type Shape = z.core.JSONSchema.BaseSchema;

/** Names of simple shapes, in words; they need no table of their own. */
const plain: Readonly<Record<string, string>> = {
  Id: "name",
  Text: "text (`zh`, `en`)",
  Count: "whole number",
  Decimal: "decimal",
  Points: "points",
  LocalDate: "date",
  DateWindow: "window (`from`, `to`)",
};

type Definitions = NonNullable<Shape["$defs"]>;

/** Every field of the language as Markdown tables, one for each kind of part. */
export function programmeReference(schema: Shape): string {
  const defined = schema.$defs ?? {};
  const parts = Object.entries(defined).filter(([name]) => !(name in plain));
  const sections = [["Programme", schema] as const, ...parts];
  return `\n${sections.map(([name, shape]) => section(name, shape, defined)).join("\n")}`;
}

function section(name: string, shape: Shape, defined: Definitions): string {
  const title = `### ${name}\n\n${shape.description ?? ""}\n`;
  if (shape.enum) return `${title}\n${values(shape)}\n`;
  const kinds = shape.oneOf ?? [];
  if (kinds.length === 0) return `${title}\n${table(shape, defined)}`;
  if (kinds.every((kind) => kind.$ref)) {
    const lines = kinds.map((kind) => `- ${typeOf(kind)}: ${meaningOf(kind, defined)}`);
    return `${title}\n${lines.join("\n")}\n`;
  }
  const each = kinds.map((kind) => {
    const meaning = kind.description ? ` ${kind.description}` : "";
    return `**\`${constantOf(kind)}\`**${meaning}\n\n${table(kind, defined)}`;
  });
  return [title, ...each].join("\n");
}

function constantOf(shape: Shape): string {
  return String(
    Object.values(shape.properties ?? {})
      .map(asShape)
      .find((one) => one.const !== undefined)?.const,
  );
}

function table(shape: Shape, defined: Definitions): string {
  const told = fields(shape, "").filter(({ path, field }) => !isUsual(path, field));
  const rows = told.map(({ path, required, field }) => {
    const type = required ? typeOf(field) : `${typeOf(field)}, optional`;
    return `| \`${path}\` | ${type} | ${meaningOf(field, defined)} |\n`;
  });
  return rows.length === 0 ? "" : `| Field | Is | Meaning |\n|---|---|---|\n${rows.join("")}`;
}

/** Fields that nearly every part has and that mean the same everywhere. */
function isUsual(path: string, field: Shape): boolean {
  const name = path.split(".").at(-1);
  return field.description === undefined && (name === "id" || name === "label");
}

function meaningOf(field: Shape, defined: Definitions): string {
  if (field.description) return field.description;
  const name = nameOf(field.items ? asShape(field.items) : field);
  return (name && !(name in plain) && defined[name]?.description) || "";
}

function nameOf(shape: Shape): string | undefined {
  return shape.$ref?.replace("#/$defs/", "");
}

interface Field {
  path: string;
  required: boolean;
  field: Shape;
}

/** The fields of a shape; those of shapes without a name of their own follow with their path. */
function fields(shape: Shape, before: string): Field[] {
  const required = new Set(shape.required ?? []);
  return Object.entries(shape.properties ?? {}).flatMap(([name, value]) => {
    const field = asShape(value);
    const path = `${before}${name}`;
    const inner = field.items ? asShape(field.items) : field;
    const nested = [inner, ...(inner.anyOf ?? []), ...(inner.oneOf ?? [])].filter(
      (one) => !one.$ref,
    );
    return [
      { path, required: required.has(name) && field.default === undefined, field },
      ...nested.flatMap((one) => fields(asShape(one), field.items ? `${path}[].` : `${path}.`)),
    ];
  });
}

function typeOf(shape: Shape): string {
  const name = nameOf(shape);
  if (name) return plain[name] ?? `[${name}](#${name.toLowerCase()})`;
  if (shape.items) return `list of ${typeOf(asShape(shape.items))}`;
  if (shape.enum) return values(shape);
  if (shape.const !== undefined) return `\`${shape.const}\``;
  const either = shape.anyOf ?? shape.oneOf;
  if (either) return [...new Set(either.map((one) => typeOf(asShape(one))))].join(" or ");
  return shape.type === "object" ? "object" : String(shape.type);
}

function values(shape: Shape): string {
  return (shape.enum ?? []).map((value) => `\`${value}\``).join(", ");
}

/** JSON Schema allows `true` for "anything"; ours never says that. */
function asShape(value: unknown): Shape {
  return isShape(value) ? value : {};
}

function isShape(value: unknown): value is Shape {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
