import { importUnits } from "../../../sdk/index.ts";
import { june } from "../june.ts";
import type { Step } from "../step.ts";
import { demoUnits, unitImport } from "../units.ts";

export const units: Step = {
  id: "units",
  title: { zh: "导入部门、单位、承诺和事项", en: "Agencies, units, commitments, items" },
  async run({ clock, organiser }) {
    clock.set(june.registered);
    await importUnits({ client: organiser, body: unitImport(demoUnits()) });
  },
};
