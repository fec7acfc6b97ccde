const namespace = "http://www.w3.org/2000/svg";

/** A face whose mouth says how good a level is, from 0 (worst) to 1 (best): shape, not colour, carries the meaning. */
export function face(good: number): SVGElement {
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

function shape(name: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS(namespace, name);
  for (const key of Object.keys(attributes)) made.setAttribute(key, attributes[key] ?? "");
  return made;
}
