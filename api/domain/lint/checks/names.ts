import type { Finding, Instrument, Programme } from "../../../../schema/programme.ts";
import { finding } from "../finding.ts";
import { idsOf } from "../parts.ts";
import { nameOf, placesIn, resolvePath } from "../tree.ts";

/** Names that two things share where a reference must mean one. */
export function duplicateNames(programme: Programme): Finding[] {
  const components = idsOf(programme.components);
  return [
    ...placesIn(programme).flatMap(({ pointer, value }) =>
      Array.isArray(value) && pointer !== "/notes" ? repeated(pointer, value) : [],
    ),
    ...programme.subtotals.flatMap(({ id }, index) =>
      components.has(id) ? [finding("duplicate_name", `/subtotals/${index}`, { name: id })] : [],
    ),
    ...programme.instruments.flatMap(repeatedLines),
  ];
}

function repeated(list: string, items: readonly unknown[]): Finding[] {
  const names = items.map(nameOf);
  return names.flatMap((name, at) => {
    if (name === undefined || names.indexOf(name) === at) return [];
    const code = typeof items[at] === "string" ? "listed_twice" : "duplicate_name";
    return [finding(code, `${list}/${at}`, { name })];
  });
}

/** A sheet is answered line by line: by the name of the indicator, or of its part, and nothing else. */
function repeatedLines(instrument: Instrument, index: number): Finding[] {
  if (instrument.kind !== "sheet") return [];
  const lines = instrument.rules.flatMap((rule, r) =>
    rule.indicators.flatMap((indicator, i) => {
      const list = `/instruments/${index}/rules/${r}/indicators`;
      const parts = (indicator.parts ?? []).map(({ id }, part) => ({
        id,
        list: `${list}/${i}/parts`,
        at: part,
      }));
      return [{ id: indicator.id, list, at: i }, ...parts];
    }),
  );
  return lines.flatMap(({ id, list, at }, position) => {
    const earlier = lines.slice(0, position).filter((line) => line.id === id);
    if (earlier.length === 0 || earlier.some((line) => line.list === list)) return [];
    return [finding("duplicate_name", `${list}/${at}`, { name: id })];
  });
}

/** Names that the language itself uses in the same places. */
export function reservedNames(programme: Programme): Finding[] {
  const taken = (list: string, items: readonly { id: string }[] = [], name: string) =>
    items.flatMap(({ id }, index) =>
      id === name ? [finding("reserved_name", `${list}/${index}`, { name })] : [],
    );
  return [
    ...taken("/components", programme.components, "total"),
    ...taken("/subtotals", programme.subtotals, "total"),
    ...taken("/shortlist/lists", programme.shortlist?.lists, "shortlist"),
  ];
}

/** Notes that explain something that is not in the document. */
export function notesAboutNothing(programme: Programme): Finding[] {
  return programme.notes.flatMap(({ about }, index) =>
    resolvePath(programme, about) === undefined
      ? [finding("note_about_nothing", `/notes/${index}/about`, { about })]
      : [],
  );
}
