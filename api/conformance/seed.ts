import {
  createDevice,
  createRound,
  createWanping,
  importUnits,
  openRound,
  type Programme,
  putAssignments,
  uploadProgramme,
} from "../../sdk/index.ts";

/** The device under test, and the one in whose name it comes back after it was revoked. */
const devices = ["device-under-test", "device-under-test-2"];

/** Makes what a device needs to be tried, by the operations of the contract alone; answers an enrolment code for each device. */
export async function seedForDevice(settings: {
  fetch: typeof fetch;
  token: string;
  programme: Programme;
  timeZone: string;
  now: number;
}): Promise<string[]> {
  const { fetch, token, programme, timeZone, now } = settings;
  const client = createWanping({ baseUrl: "http://localhost", token, fetch });
  const unit = "unit-001";
  await importUnits({
    client,
    body: {
      agencies: [{ id: "agency-01", name: "测试部门 Test agency" }],
      units: [
        {
          id: unit,
          validFrom: "2000-01-01",
          agency: "agency-01",
          name: "测试窗口 Test window",
          pool: programme.pools[0]?.id ?? "",
        },
      ],
    },
  });
  await uploadProgramme({ client, body: programme });
  const today = new Date(now).toLocaleDateString("sv", { timeZone });
  const [year = 0, month = 1] = today.split("-").map(Number);
  const id = `trial-${today}`;
  await createRound({
    client,
    body: {
      id,
      programme: programme.id,
      version: programme.version,
      from: `${today.slice(0, 8)}01`,
      to: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10),
    },
  });
  await openRound({ client, path: { round: id } });
  const assignments = [{ unit, programme: programme.id, from: `${today.slice(0, 8)}01` }];
  const codes: string[] = [];
  for (const device of devices) {
    const body = { id: device, label: "被测设备 Device under test", mode: "test" } as const;
    codes.push((await createDevice({ client, body })).enrolmentCode);
    await putAssignments({ client, path: { device }, body: { assignments } });
  }
  return codes;
}
