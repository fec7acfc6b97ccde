import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { type Kind, kinds } from "./facts/kinds.ts";
import { type Topic, topics, townshipTopic } from "./facts/topics.ts";
import { type Random, randomOf } from "./random.ts";

const Row = z.object({
  unit_no: z.coerce.number(),
  agency_no: z.coerce.number(),
  agency: z.string(),
  unit: z.string(),
  category: z.enum(["midlevel", "approval", "enforcement"]),
  place: z.string(),
  management: z.enum(["agency", "township"]),
});

export type DemoUnit = z.infer<typeof Row> & { id: string; agencyId: string; kind: Kind };

const validFrom = "2020-01-01";
const padded = (number: number, digits: number) => String(number).padStart(digits, "0");

/** The units of the list, in its order. */
export function demoUnits(): DemoUnit[] {
  const file = new URL("./facts/pingyang-2020-units.csv", import.meta.url);
  const rows: unknown = parse(readFileSync(file), { columns: true, bom: true });
  return z
    .array(Row)
    .parse(rows)
    .map((row) => ({
      ...row,
      id: `unit-${padded(row.unit_no, 3)}`,
      agencyId: `agency-${padded(row.agency_no, 2)}`,
      kind: kindOf(row.unit, row.category),
    }));
}

/** Agencies and units as the import operation takes them. */
export function unitImport(units: readonly DemoUnit[]) {
  const agencies = new Map(units.map((unit) => [unit.agencyId, unit.agency]));
  const townships = new Map(
    units
      .filter((unit) => unit.management === "township")
      .map((unit) => [unit.place, unit.agencyId]),
  );
  return {
    agencies: [...agencies].map(([id, name]) => ({ id, name })),
    units: units.map((unit) => formOf(unit, townships)),
  };
}

function formOf(unit: DemoUnit, townships: ReadonlyMap<string, string>) {
  const topic = topicOf(unit);
  const random = randomOf(`texts of ${unit.id}`);
  const fill = (text: string) =>
    text.replaceAll("{unit}", unit.unit).replaceAll("{field}", topic.field);
  const days = Math.max(1, unit.kind.days + random.whole(-1, 2));
  return {
    id: unit.id,
    validFrom,
    agency: unit.agencyId,
    name: unit.unit,
    pool: unit.category,
    tags: [unit.kind.id],
    ...management(unit, townships),
    ...(unit.place !== "" && { place: unit.place }),
    head: unit.category === "midlevel" ? "科室负责人" : "站所负责人",
    duties: fill(unit.kind.duties),
    commitment: {
      validFrom,
      content: fill(unit.kind.content),
      procedure: unit.kind.procedure,
      timeLimit: `${days} 个工作日内办结；能当场办的当场办。`,
      standard: unit.kind.standard,
    },
    items: itemsOf(unit, topic, days, random),
  };
}

/** The list does not say which units two masters manage; here judicial offices stand for them. */
function management(unit: DemoUnit, townships: ReadonlyMap<string, string>) {
  const township = townships.get(unit.place);
  if (unit.management === "township")
    return { managedBy: "township" as const, township: unit.agencyId };
  if (unit.kind.id === "justice-office" && township !== undefined)
    return { managedBy: "dual" as const, township };
  return { managedBy: "agency" as const };
}

function itemsOf(unit: DemoUnit, topic: Topic, days: number, random: Random) {
  const first = random.whole(0, topic.matters.length - 1);
  const count = Math.min(topic.matters.length, random.whole(2, 4));
  const chosen = Array.from(
    { length: count },
    (_, index) => topic.matters[(first + index) % topic.matters.length] ?? ["咨询", "公共服务"],
  );
  return chosen.map(([name, type], index) => ({
    code: `item-${unit.id.slice("unit-".length)}-${index + 1}`,
    name,
    type,
    office: unit.unit,
    channels: ["window" as const, ...(random.chance(0.6) ? (["online"] as const) : [])],
    conditions: "属于本辖区受理范围，申请人身份明确，材料真实。",
    materials: ["申请表", "身份证明", ...(random.chance(0.5) ? ["相关证明材料"] : [])],
    procedure: unit.kind.procedure,
    legalLimitWorkingDays: Math.max(20, days * 2),
    promisedLimitWorkingDays: days,
    fees: random.chance(0.9) ? "不收费" : "按公示标准收费",
  }));
}

function topicOf(unit: DemoUnit): Topic {
  if (unit.management === "township") return townshipTopic;
  const topic = topics[unit.agency_no];
  if (!topic) throw new RangeError(`no topic for agency ${unit.agency_no}`);
  return topic;
}

function kindOf(name: string, category: string): Kind {
  const kind =
    kinds.find(({ words }) => words.some((word) => name.includes(word))) ??
    kinds.find((it) => it.category === category) ??
    kinds.at(-1);
  if (!kind) throw new RangeError("no kinds");
  return kind;
}
