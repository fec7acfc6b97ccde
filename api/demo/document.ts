import { Programme } from "../../schema/programme.ts";
import neixiang from "../../schema/programmes/neixiang-per-visit.json" with { type: "json" };
import pingyang from "../../schema/programmes/pingyang-thousand.json" with { type: "json" };
import { june } from "./june.ts";

/** The county's rules as its document has them. */
export function originalProgramme() {
  return Programme.parse(neixiang);
}

/** Neixiang's rules on Pingyang's categories of unit, and it says so. */
export function demoProgramme() {
  return Programme.parse({
    ...neixiang,
    version: june.version,
    county: {
      zh: "演示：内乡县的办法，平阳县的单位",
      en: "Demonstration: Neixiang's rules, Pingyang's units",
    },
    pools: [...neixiang.pools, ...pingyang.pools],
    notes: [
      ...neixiang.notes,
      {
        about: "pools",
        zh: "演示把两个真实来源放在一起：办法是内乡县的，单位名单及其三个类别是平阳县的；评价是虚构的，不反映任何一个县。",
        en: "The demonstration puts two real sources together: the rules are Neixiang's, the list of units and its three categories are Pingyang's. The ratings are invented and say nothing about either county.",
      },
    ],
  });
}
