import { readFileSync } from "node:fs";
import type { TestApp } from "./test-app.ts";

/** A programme document as it is written. */
export function documentOf(programme: string): Record<string, unknown> {
  const file = new URL(`../../schema/programmes/${programme}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8"));
}

export const perVisit = "neixiang-per-visit";
export const june = {
  id: "june",
  programme: perVisit,
  version: "2020",
  from: "2020-06-01",
  to: "2020-06-30",
};

/** Through the API: an agency, three windows and a section outside the programme's pools, the programme. */
export async function seedCounty(api: Pick<TestApp, "asOrganiser">): Promise<void> {
  const window = { validFrom: "2020-01-01", agency: "agency-01", pool: "window" };
  const units = ["unit-001", "unit-002", "unit-003"].map((id) => ({
    ...window,
    id,
    name: `窗口 ${id}`,
  }));
  const section = { ...window, id: "unit-900", name: "综合科", pool: "midlevel" };
  const agencies = [{ id: "agency-01", name: "县发改局", nameEn: "Development and Reform" }];
  await succeed(
    api.asOrganiser("POST", "/v1/imports/units", { agencies, units: [...units, section] }),
  );
  await succeed(api.asOrganiser("POST", "/v1/programmes", documentOf(perVisit)));
}

async function succeed(answer: Promise<Response>): Promise<void> {
  const response = await answer;
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
}
