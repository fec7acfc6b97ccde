import {
  type Assignment,
  type Configuration,
  type Kiosk,
  KioskError,
  openKiosk,
} from "../../../../sdk/kiosk/index.ts";
import { isLoopback } from "../../../public-origin.ts";
import { both, element } from "../../browser/dom.ts";
import { type Code, createCode } from "./code.ts";
import { enrolScreen, rateScreen, unitScreen } from "./screens.ts";

const refreshMs = 3_600_000;
const chosenUnit = "wanping-unit";

/** What the staff want to know, small at the bottom; nothing while all is well. */
async function tellStatus(kiosk: Kiosk): Promise<void> {
  const footer = document.querySelector("footer");
  if (!footer) return;
  const { pending, refused, state } = await kiosk.queue.status();
  footer.textContent = "";
  footer.setAttribute("data-pending", String(pending));
  footer.setAttribute("data-state", state);
  if (pending > 0) footer.append(both({ zh: `待发送 ${pending}`, en: `${pending} waiting` }));
  if (refused > 0) footer.append(" ", both({ zh: `被拒 ${refused}`, en: `${refused} refused` }));
  if (state === "revoked") {
    footer.append(element("b", {}, both({ zh: "设备已停用", en: "device revoked" })));
  }
}

let code: Code | undefined;

function begin(kiosk: Kiosk, { assignments, mode, presentation = {} }: Configuration): void {
  const { theme = "system", texts = {} } = presentation;
  document.documentElement.setAttribute("data-theme", theme);
  code?.end();
  // Under the address of this machine alone no phone can open it.
  const withLink = mode === "test" || isLoopback(location.hostname);
  const rate = (assignment: Assignment) => {
    code = createCode(kiosk, assignment.unit, { withLink });
    rateScreen({ kiosk, assignment, code, texts });
  };
  const known = assignments.find(({ unit }) => unit === localStorage.getItem(chosenUnit));
  const only = assignments.length === 1 ? assignments[0] : known;
  const choose = (assignment: Assignment) => {
    localStorage.setItem(chosenUnit, assignment.unit);
    rate(assignment);
  };
  if (only) rate(only);
  else unitScreen(assignments, choose);
}

/** What the organiser changes shows within the hour, and never under somebody's finger. */
function keepUpToDate(kiosk: Kiosk, shown: Configuration): void {
  window.setTimeout(async () => {
    const known = await kiosk.configuration().catch(() => shown);
    const changed = JSON.stringify(known) !== JSON.stringify(shown);
    const idle = document.querySelector("main[data-screen=rate], main[data-screen=unit]");
    if (changed && idle) begin(kiosk, known);
    keepUpToDate(kiosk, idle ? known : shown);
  }, refreshMs);
}

async function start(): Promise<void> {
  let opened: Kiosk | undefined;
  const onChange = () => {
    if (opened) void tellStatus(opened);
  };
  const kiosk = await openKiosk({ baseUrl: location.origin, onChange });
  opened = kiosk;
  const enrol = async (code: string) => {
    const configuration = await kiosk.enrol(code);
    history.replaceState(null, "", location.pathname);
    begin(kiosk, configuration);
    keepUpToDate(kiosk, configuration);
  };
  const configuration = await kiosk.configuration().catch((error: unknown) => {
    if (!(error instanceof KioskError)) throw error;
    return undefined;
  });
  if (configuration) {
    begin(kiosk, configuration);
    keepUpToDate(kiosk, configuration);
  } else enrolScreen(enrol, location.hash.slice(1));
  await tellStatus(kiosk);
}

void navigator.serviceWorker?.register("worker.js");
void start();
