import type { DemoSection } from "../sections.ts";

/** Sections with a part of their own, so that the rules about runs and volumes show. All others are as they are. */
export type Role =
  /** No bad rating all year. */
  | "clean"
  /** None from the second quarter on. */
  | "clean-from-second"
  /** None at the window, but the national system verified one in the third quarter. */
  | "broken-in-third"
  /** None from the second quarter on, yet barred from the title. */
  | "hardly-any-work"
  /** So few ratings that nothing of it may be shown; no title either, for a bad rating of the national system. */
  | "hardly-rated";

const serviceRoles: readonly Role[] = [
  "clean",
  "clean-from-second",
  "broken-in-third",
  "hardly-any-work",
  "hardly-rated",
];

/** Who plays what: the first service sections, each of another office, and the last enforcement section. */
export function castOf(sections: readonly DemoSection[]): Map<string, Role> {
  const byAgency = new Map<string, DemoSection>();
  for (const section of sections) {
    if (section.kind === "service" && !byAgency.has(section.agency)) {
      byAgency.set(section.agency, section);
    }
  }
  const service = [...byAgency.values()].slice(0, serviceRoles.length);
  const enforcement = sections.filter(({ kind }) => kind === "enforcement").slice(-1);
  return new Map([
    ...service.map(({ id }, index): [string, Role] => [id, serviceRoles[index] ?? "clean"]),
    ...enforcement.map(({ id }): [string, Role] => [id, "clean"]),
  ]);
}

/** Whether a section got no bad rating in a quarter. */
export function isClean(role: Role | undefined, quarter: number): boolean {
  if (role === undefined) return false;
  return quarter > 1 || (role !== "clean-from-second" && role !== "hardly-any-work");
}
