import { putVisitCounts } from "../../../sdk/index.ts";
import { june } from "../june.ts";
import { juneTraffic } from "../june-traffic.ts";
import type { Step } from "../step.ts";
import { demoUnits } from "../units.ts";

/** One office never reports how many people came: its rating rate cannot be computed. */
const silentKind = "school-district";

export const visits: Step = {
  id: "visits",
  title: { zh: "报送办件量", en: "Visit counts" },
  async run({ clock, organiser }) {
    clock.set(june.closed);
    const silent = new Set(
      demoUnits()
        .filter(({ kind }) => kind.id === silentKind)
        .slice(0, 1)
        .map(({ id }) => id),
    );
    const items = juneTraffic()
      .filter(({ unit, visits }) => visits > 0 && !silent.has(unit))
      .map(({ unit, on, visits }) => ({ unit, on, visits }));
    await putVisitCounts({ client: organiser, body: { items } });
  },
};
