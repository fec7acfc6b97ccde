import { expect, test } from "vitest";
import { demoProgramme } from "../../api/demo/document.ts";
import { quarters } from "../../api/demo/rounds/dianjiang/quarters.ts";
import { dianjiang } from "../../api/demo/rounds/dianjiang/script.ts";
import { haifeng } from "../../api/demo/rounds/haifeng/script.ts";
import { pingyang } from "../../api/demo/rounds/pingyang/script.ts";
import { yanshan } from "../../api/demo/rounds/yanshan/script.ts";
import { smallDianjiang, smallHaifeng, smallPingyang, smallYanshan } from "./small.ts";

const poolsOf = ({ pools }: { pools: readonly { id: string }[] }) => pools.map(({ id }) => id);

test("counties share one service and no pool, so that no round takes another county's units", () => {
  const pools = [
    demoProgramme(),
    haifeng(smallHaifeng).document,
    yanshan(smallYanshan).document,
    dianjiang(quarters[0], smallDianjiang).document,
  ].flatMap(poolsOf);
  expect(pools).toEqual([...new Set(pools)]);
});

test("units that are invented for Pingyang's appraisal are gone from every round of today", () => {
  const forms = pingyang(2020, smallPingyang).imports.flatMap(({ units = [] }) => units);
  const invented = forms.filter(({ id }) => !id.startsWith("unit-"));
  const closed = invented.filter((form) => form.closed === true && form.validFrom === "2021-01-01");
  expect(new Set(closed.map(({ id }) => id))).toEqual(new Set(invented.map(({ id }) => id)));
});
