import type { ImportedUnit, UnitImport } from "../../../../sdk/index.ts";
import { demoUnits, unitImport } from "../../units.ts";

/** The forms of a year's units, as far as the rules need them. */
export type Form = ImportedUnit;

/** Systems that run their own lists and join at the shortlist. The source names no unit of them: these are invented. */
const systems = [
  { id: "health", zh: "卫生", en: "health", units: 6 },
  { id: "financial", zh: "金融", en: "financial", units: 12 },
] as const;

const inventedAgencies = systems.map(({ id, zh, en }) => ({
  id: `pingyang-${id}`,
  name: `${zh}系统（虚构）`,
  nameEn: `The ${en} system (invented)`,
}));

const inventedForms = systems.flatMap(({ id, zh, en, units }) =>
  Array.from({ length: units }, (_, index) => ({
    id: `pingyang-${id}-${String(index + 1).padStart(2, "0")}`,
    agency: `pingyang-${id}`,
    name: `虚构${zh}单位 ${index + 1}`,
    nameEn: `Invented ${en} unit ${index + 1}`,
    pool: "approval",
    system: id,
    duties: "演示数据：来源没有列出本系统的单位。",
  })),
);

/**
 * The county's units as the appraisals of 2019 and 2020 need them: the first `count` of the list, and the invented ones
 * of the two systems. The invented ones close after 2020, so that they are in no round of today.
 */
export function pingyangUnits(count: number) {
  const listed = unitImport(demoUnits());
  const known = listed.units.slice(0, count).map(({ commitment: _, items: __, ...form }) => form);
  const from2019: Form[] = [...known, ...inventedForms].map((form) => ({
    ...form,
    validFrom: "2019-01-01",
  }));
  const closed = inventedForms.map((form) => ({ ...form, validFrom: "2021-01-01", closed: true }));
  const agencies = [...listed.agencies, ...inventedAgencies];
  const imports: UnitImport[] = [{ agencies, units: from2019 }, { units: closed }];
  return { units: from2019, imports };
}
