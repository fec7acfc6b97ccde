import { Programme } from "../../schema/programme.ts";
import neixiang from "../../schema/programmes/neixiang-per-visit.json" with { type: "json" };
import * as sdk from "../../sdk/index.ts";

const on = (daysAgo: number) =>
  new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
const from = on(40);

/** On a running server: two units and a published round in which one has 24 ratings and the other three. Returns the round's id. */
export async function publishedRound(baseUrl: string, token: string): Promise<string> {
  const client = sdk.createWanping({ baseUrl, token });
  const agency = { id: "agency-01", name: "县政务服务中心" };
  const common = { validFrom: from, agency: agency.id, pool: "window", duties: "受理申请。" };
  const commitment = {
    validFrom: from,
    content: "一次办结。",
    procedure: "受理、办理。",
    timeLimit: "1 个工作日。",
    standard: "零差错。",
  };
  const units = [
    { ...common, id: "unit-001", name: "综合窗口", commitment },
    { ...common, id: "unit-002", name: "安静科" },
  ];
  await sdk.importUnits({ client, body: { agencies: [agency], units } });
  await sdk.uploadProgramme({ client, body: Programme.parse(neixiang) });
  const { id: programme, version } = neixiang;
  const id = "pages-round";
  await sdk.createRound({ client, body: { id, programme, version, from, to: on(0) } });
  await sdk.openRound({ client, path: { round: id } });
  await castAll(baseUrl, client, programme);
  const early = { role: "test", reason: "The test does not wait for the late window." };
  await sdk.closeRound({ client, path: { round: id }, body: { early } });
  await sdk.publishRound({ client, path: { round: id }, body: {} });
  return id;
}

async function castAll(baseUrl: string, organiser: sdk.Wanping, programme: string): Promise<void> {
  const body = { id: "device-01", label: "Pages" };
  const { enrolmentCode: code } = await sdk.createDevice({ client: organiser, body });
  const assignments = ["unit-001", "unit-002"].map((unit) => ({ unit, programme, from }));
  const path = { device: body.id };
  await sdk.putAssignments({ client: organiser, path, body: { assignments } });
  const credential = await sdk.enrolDevice({ client: sdk.createWanping({ baseUrl }), code });
  const client = sdk.createWanping({ baseUrl, token: sdk.deviceToken({ baseUrl, credential }) });
  const levels = ["very-satisfied", "satisfied", "basically-satisfied", "very-dissatisfied"];
  const ballots = Array.from({ length: 27 }, (_, index) => ({
    serial: sdk.newSerial(),
    programme,
    instrument: "window-rating",
    ratedAt: new Date().toISOString(),
    number: index + 1,
    answers: {
      kind: "levels" as const,
      unit: index < 24 ? "unit-001" : "unit-002",
      level: levels[index % levels.length] ?? "satisfied",
    },
  }));
  for (const outcome of await sdk.castAll(ballots, { client })) {
    if (outcome.status !== "recorded") throw outcome.error;
  }
}
