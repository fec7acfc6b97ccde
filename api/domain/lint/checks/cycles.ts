import type { Award, Finding, Programme } from "../../../../schema/programme.ts";
import { finding } from "../finding.ts";
import { instrumentOf, streamsRead } from "../parts.ts";

/** A part that is computed from others, by its path of names. */
interface Node {
  path: string;
  pointer: string;
  needs: readonly string[];
}

/** Parts that can never be computed because each waits for the other. */
export function cycles(programme: Programme): Finding[] {
  const nodes = new Map(nodesOf(programme).map((node) => [node.path, node]));
  const reported = new Set<string>();
  return [...nodes.values()].flatMap((start) => {
    const circle = reported.has(start.path) ? undefined : circleFrom(start, nodes);
    if (!circle || circle.some((path) => reported.has(path))) return [];
    for (const path of circle) reported.add(path);
    return [finding("cycle", start.pointer, { path: [...circle, start.path].join(" → ") })];
  });
}

/** The shortest way from a part back to itself. */
function circleFrom(start: Node, nodes: ReadonlyMap<string, Node>): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const reached = [start];
  for (const { path, needs } of reached) {
    if (needs.includes(start.path)) return wayTo(path, cameFrom);
    for (const need of needs) {
      const next = nodes.get(need);
      if (!next || cameFrom.has(need)) continue;
      cameFrom.set(need, path);
      reached.push(next);
    }
  }
  return undefined;
}

function wayTo(end: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way = [end];
  for (let at = cameFrom.get(end); at !== undefined; at = cameFrom.get(at)) way.unshift(at);
  return way;
}

function nodesOf(programme: Programme): Node[] {
  const { shortlist } = programme;
  const figure = (id: string) => [`components/${id}`, `subtotals/${id}`];
  return [
    ...programme.awards.map((award, index) => ({
      path: `awards/${award.id}`,
      pointer: `/awards/${index}`,
      needs: needsOfAward(award),
    })),
    ...(shortlist
      ? [{ path: "shortlist", pointer: "/shortlist/by", needs: figure(shortlist.by) }]
      : []),
    ...programme.subtotals.map(({ id, components }, index) => ({
      path: `subtotals/${id}`,
      pointer: `/subtotals/${index}`,
      needs: components.map((component) => `components/${component}`),
    })),
    ...programme.components.map((component, index) => ({
      path: `components/${component.id}`,
      pointer: `/components/${index}`,
      needs: waitsForShortlist(programme, component) ? ["shortlist"] : [],
    })),
  ];
}

function needsOfAward(award: Award): string[] {
  const instead = award.pointsInsteadOf === undefined ? [] : [`awards/${award.pointsInsteadOf}`];
  if (award.kind === "running") return [...instead, `awards/${award.award}`];
  if (award.kind !== "take") return instead;
  if (award.from.of === "award") return [...instead, `awards/${award.from.award}`];
  return award.from.of === "list" ? [...instead, "shortlist"] : instead;
}

function waitsForShortlist(
  programme: Programme,
  component: Programme["components"][number],
): boolean {
  if (component.kind === "levels-mean" && component.only === "shortlisted") return true;
  return streamsRead(component).some(
    (id) => instrumentOf(programme, id)?.kind === "best-and-worst",
  );
}
