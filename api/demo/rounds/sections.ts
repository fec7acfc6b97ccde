import { offices } from "../facts/sections.ts";

/** An invented section of an invented office. */
export interface DemoSection {
  id: string;
  agency: string;
  name: string;
  nameEn: string;
  kind: "service" | "enforcement";
  tags: readonly string[];
}

const twoDigits = (number: number) => String(number).padStart(2, "0");

/** The invented offices and sections of a county; their ids and names say that they are a demonstration's. */
export function demoSections(county: { id: string; zh: string; en: string }) {
  const agencies = offices.map(({ zh, en }, index) => ({
    id: `${county.id}-agency-${twoDigits(index + 1)}`,
    name: `${county.zh}${zh}（演示）`,
    nameEn: `${county.en}: ${en} (demonstration)`,
  }));
  const sections = offices.flatMap((office, index) =>
    office.sections.map(([name, nameEn, kind, tags = []]) => ({
      agency: agencies[index]?.id ?? "",
      name,
      nameEn,
      kind,
      tags: [...tags, ...(office.vertical ? ["vertical"] : [])],
    })),
  );
  return {
    agencies,
    sections: sections.map(
      (section, index): DemoSection => ({
        ...section,
        id: `${county.id}-unit-${twoDigits(index + 1)}`,
      }),
    ),
  };
}

/**
 * What closes other counties' sections after their last round, so that the list of today's units is the one county's.
 * A round keeps the form that it froze.
 */
export function closedFrom<Form extends object>(forms: readonly Form[], validFrom: string) {
  return { units: forms.map((form) => ({ ...form, validFrom, closed: true })) };
}

/** A section as the import takes it. */
export function sectionForm(section: DemoSection, pool: string, validFrom: string) {
  const { id, agency, name, nameEn, tags } = section;
  const duties = `演示数据：承办“${name}”方面的申请、咨询和投诉。`;
  return { id, validFrom, agency, name, nameEn, pool, tags: [...tags], duties };
}
