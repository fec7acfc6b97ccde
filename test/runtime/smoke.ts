import { Programme } from "../../schema/programme.ts";
import neixiang from "../../schema/programmes/neixiang-per-visit.json" with { type: "json" };
import * as sdk from "../../sdk/index.ts";

/** Where the suite runs: a server, or a Worker that is called without a port. */
export interface SmokeTarget {
  baseUrl: string;
  fetch: typeof fetch;
  /** A bearer token of the organiser. */
  organiserToken: string;
}

export interface Check {
  says: string;
  run(): Promise<void>;
}

const from = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10);
const to = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
const round = "smoke-round";
const unit = "unit-001";

/** One way through the service, for every runtime. The checks build on one another, in order. */
export function smoke(target: SmokeTarget): Check[] {
  const { baseUrl, fetch } = target;
  const anyone = sdk.createWanping({ baseUrl, fetch, language: "en" });
  const organiser = sdk.createWanping({ baseUrl, fetch, token: target.organiserToken });
  const ballot = {
    serial: sdk.newSerial(),
    programme: neixiang.id,
    instrument: "window-rating",
    ratedAt: new Date().toISOString(),
    visit: "visit-1",
    number: 1,
    answers: { kind: "levels" as const, unit, level: "satisfied" },
  };
  let device: sdk.Wanping | undefined;
  let receipt: sdk.Receipt | undefined;

  return [
    {
      says: "the service describes itself, and both databases answer",
      async run() {
        same((await sdk.describeService({ client: anyone })).name, "Wanping");
        same((await sdk.readiness({ client: anyone })).status, "ok");
      },
    },
    {
      says: "nobody writes without a token",
      async run() {
        const body = { agencies: [], units: [] };
        await refused(sdk.importUnits({ client: anyone, body }), "unauthenticated");
      },
    },
    {
      says: "units are imported and read back",
      async run() {
        const body = {
          agencies: [{ id: "agency-01", name: "县发改局" }],
          units: [{ id: unit, validFrom: from, agency: "agency-01", name: "窗口", pool: "window" }],
        };
        await sdk.importUnits({ client: organiser, body });
        same((await sdk.getUnit({ client: anyone, path: { unit } })).name, "窗口");
      },
    },
    {
      says: "a programme is uploaded and its round opened",
      async run() {
        const client = organiser;
        await sdk.uploadProgramme({ client, body: Programme.parse(neixiang) });
        const { id: programme, version } = neixiang;
        await sdk.createRound({ client, body: { id: round, programme, version, from, to } });
        same((await sdk.openRound({ client, path: { round } })).state, "open");
      },
    },
    {
      says: "a device enrols and gets a token of its own",
      async run() {
        const client = organiser;
        const body = { id: "device-01", label: "Smoke" };
        const { enrolmentCode: code } = await sdk.createDevice({ client, body });
        const assignments = [{ unit, programme: neixiang.id, from }];
        const path = { device: "device-01" };
        await sdk.putAssignments({ client, path, body: { assignments } });
        const credential = await sdk.enrolDevice({ client: anyone, code });
        const token = sdk.deviceToken({ baseUrl, fetch, credential });
        device = sdk.createWanping({ baseUrl, fetch, token });
        same((await sdk.getOwnConfiguration({ client: device })).device, "device-01");
      },
    },
    {
      says: "a ballot is cast, and its repetition is the same ballot",
      async run() {
        receipt = await sdk.castBallot({ client: given(device), body: ballot });
        same(receipt.state, "counted");
        const again = await sdk.castBallot({ client: given(device), body: ballot });
        same(again.commitment, receipt.commitment);
      },
    },
    {
      says: "a changed ballot under the same serial is refused, and so is a second rating of one visit",
      async run() {
        const client = given(device);
        const answers = { ...ballot.answers, level: "dissatisfied" };
        await refused(sdk.castBallot({ client, body: { ...ballot, answers } }), "serial_reused");
        const second = { ...ballot, serial: sdk.newSerial(), number: 2 };
        await refused(sdk.castBallot({ client, body: second }), "visit_already_rated");
      },
    },
    {
      says: "a refusal is a problem with a code, a pointer and words in the reader's language",
      async run() {
        const response = await fetch(`${baseUrl}/v1/units?limit=0`, {
          headers: { "accept-language": "zh" },
        });
        same(response.status, 400);
        same(response.headers.get("content-type"), "application/problem+json");
        const text = await response.text();
        same(text.includes("#/query/limit") && text.includes("参数"), true);
      },
    },
    {
      says: "an open round has no public result",
      run: () => refused(sdk.getRoundResult({ client: anyone, path: { round } }), "not_published"),
    },
    {
      says: "pages and the contract are served",
      async run() {
        for (const path of ["/", "/docs", "/docs/problems", "/openapi.json"]) {
          same((await fetch(`${baseUrl}${path}`)).status, 200);
        }
      },
    },
  ];
}

function given<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("an earlier check failed");
  return value;
}

function same(actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`expected ${expected}, got ${actual}`);
}

async function refused(call: Promise<unknown>, code: string): Promise<void> {
  const outcome = await call.then(
    () => "accepted",
    (error) => (error instanceof sdk.ProblemError ? error.code : String(error)),
  );
  same(outcome, code);
}
