import { putAssignments } from "../../../sdk/index.ts";
import { june } from "../june.ts";
import type { Stage } from "../step.ts";
import { demoUnits } from "../units.ts";
import { invite } from "./fleet.ts";

/**
 * Invites a rating device for whoever looks at the demonstration, and answers with the page that becomes it. At a later start the
 * same one again, unless somebody has enrolled it: then another.
 */
export async function inviteOwnDevice(stage: Stage): Promise<string> {
  const unit = demoUnits()[11]?.id ?? "";
  for (let number = 1; ; number += 1) {
    const id = `own-device-${number}`;
    const code = await invite(stage, { id, label: `演示体验评价器 ${number}` });
    if (code === undefined) continue;
    const assignments = [{ unit, programme: june.programme, from: june.from }];
    await putAssignments({ client: stage.organiser, path: { device: id }, body: { assignments } });
    return `${stage.address}/kiosk/#${code}`;
  }
}
