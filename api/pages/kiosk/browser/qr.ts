import { correction, generate } from "lean-qr/nano";
import { shape } from "../../browser/dom.ts";

declare global {
  interface Window {
    /** Loaded with the first code, since a device that shows none need not carry it. */
    wanpingQr?: (text: string) => SVGElement;
  }
}

const quietModules = 4;

/** A QR code as a drawing, one unit a module: dark on light with its quiet zone, whatever colours are around it. */
window.wanpingQr = (text) => {
  const code = generate(text, { minCorrectionLevel: correction.L });
  const size = code.size + 2 * quietModules;
  let dark = "";
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (code.get(x, y)) dark += `M${x + quietModules} ${y + quietModules}h1v1h-1z`;
    }
  }
  return shape(
    "svg",
    { viewBox: `0 0 ${size} ${size}`, "shape-rendering": "crispEdges", role: "img" },
    shape("path", { d: `M0 0h${size}v${size}H0z`, fill: "#fff" }),
    shape("path", { d: dark, fill: "#000" }),
  );
};
