import {
  createDevice,
  createWanping,
  enrol,
  ProblemError,
  putAssignments,
} from "../../../sdk/index.ts";
import { type DemoDevice, type DeviceKey, demoFleet, fleetKeys } from "../fleet.ts";
import { june } from "../june.ts";
import type { Stage, Step } from "../step.ts";
import { demoUnits } from "../units.ts";

export const fleet: Step = {
  id: "fleet",
  title: { zh: "评价器注册并绑定单位", en: "Devices enrolled and assigned" },
  async run(stage, progress) {
    stage.clock.set(june.installed);
    const devices = demoFleet(demoUnits());
    const keys = await fleetKeys(stage.folder, devices);
    progress.begin(devices.length);
    for (const device of devices) {
      const key = keys[device.id];
      if (!key) throw new Error(`no key for ${device.id}`);
      await install(stage, device, key);
      progress.advance(1);
    }
  },
};

async function install(stage: Stage, device: DemoDevice, key: DeviceKey): Promise<void> {
  const { organiser: client, address: baseUrl, fetch } = stage;
  const code = await invite(stage, device);
  if (code !== undefined) {
    const { kty, crv, x, y } = key;
    const publicKey = { kty, crv, x, y };
    await enrol({ client: createWanping({ baseUrl, fetch }), body: { code, publicKey } });
  }
  const assignments = device.units.map(({ id }) => ({
    unit: id,
    programme: june.programme,
    from: june.from,
  }));
  await putAssignments({ client, path: { device: device.id }, body: { assignments } });
}

/** The enrolment code, or nothing where the device has enrolled before. */
export async function invite(
  { organiser: client }: Pick<Stage, "organiser">,
  { id, label }: Pick<DemoDevice, "id" | "label">,
): Promise<string | undefined> {
  try {
    return (await createDevice({ client, body: { id, label } })).enrolmentCode;
  } catch (error) {
    if (error instanceof ProblemError && error.code === "device_enrolled") return undefined;
    throw error;
  }
}
