import { june } from "./june.ts";
import { pastRounds } from "./rounds/index.ts";
import { demoUnits } from "./units.ts";

/** Prints where to look once the demonstration stands, and where to rate. */
export function whereToLook(address: string, ownDevice: string): void {
  const unit = demoUnits()[11]?.id ?? "";
  const round = `rounds/${june.round}`;
  const places = [
    ["说明文档 Documentation", "docs"],
    ["评价结果 Result", round],
    ["单位结果 One unit", `${round}/units/${unit}`],
    ["数据下载 CSV", `v1/${round}/results/units.csv`],
    ["徽标 Badge (SVG)", `v1/${round}/badges/${unit}`],
  ];
  for (const [label, path] of places) console.log(`  ${label}\t${address}/${path}`);
  console.log(
    `  自己评一次（评价器，旁边有手机扫的码） Rate yourself: device, and a code for a phone\t${ownDevice}`,
  );
}

/** Prints where the published results of past rounds are. */
export function wherePastResultsAre(address: string): void {
  for (const { id, title } of pastRounds.filter(({ shown }) => shown)) {
    console.log(`  ${title.zh} ${title.en}\t${address}/rounds/${id}`);
  }
}
