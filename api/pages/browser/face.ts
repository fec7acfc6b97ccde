import { shape } from "./dom.ts";

/** A face whose mouth says how good a level is, from 0 (worst) to 1 (best): shape, not colour, carries the meaning. */
function face(good: number): SVGElement {
  const svg = shape("svg", { viewBox: "0 0 64 64", "aria-hidden": "true", focusable: "false" });
  const bend = 44 + (good - 0.5) * 24;
  const ends = 44 - (good - 0.5) * 10;
  svg.append(
    shape("circle", { cx: "32", cy: "32", r: "29" }),
    shape("circle", { cx: "22", cy: "26", r: "3.5", class: "ink" }),
    shape("circle", { cx: "42", cy: "26", r: "3.5", class: "ink" }),
    shape("path", { d: `M18 ${ends} Q32 ${bend} 46 ${ends}` }),
  );
  return svg;
}

/** The face of a level among others from best to worst, with the class that colours it. */
export function faceOf(index: number, count: number): { face: SVGElement; tone: string } {
  const good = 1 - index / Math.max(1, count - 1);
  return { face: face(good), tone: `level-${Math.round(good * 4)}` };
}
