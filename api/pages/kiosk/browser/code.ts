import { asKioskError } from "../../../../sdk/kiosk/error.ts";
import type { Kiosk } from "../../../../sdk/kiosk/index.ts";
import { waitMs } from "../../../../sdk/transport/wait.ts";
import { both, button, element } from "../../browser/dom.ts";

/** Short, since nobody tells the device that a phone has used the code: the next visitor should find another one. */
const shownMs = 2 * 60_000;
const patience = { firstWaitMs: 60_000, longestWaitMs: 10 * 60_000 };
/** No code for this unit: the organiser may change that, seldom. */
const refusedWaitMs = 3_600_000;
const smallestModule = 3;
const largestSide = 380;

export type Code = ReturnType<typeof createCode>;

/**
 * The code beside the faces, for the visitor's own phone. There is one only while the server answers; without a network
 * nothing is asked until the browser says that there is one again.
 */
export function createCode(kiosk: Kiosk, unit: string, settings: { withLink: boolean }) {
  const picture = element("div", { class: "picture" });
  const words = { zh: "或用自己的手机评价", en: "Or rate on your own phone" };
  const renewed = { zh: "换一个码", en: "New code" };
  const panel = element(
    "aside",
    { class: "code", hidden: "", "aria-labelledby": "code-title" },
    element("h2", { id: "code-title" }, both(words)),
    picture,
    button({ class: "renew" }, () => void renew(), both(renewed)),
  );
  let visit: string | undefined;
  /** Whoever asked last may show: an answer that somebody overtook is forgotten. */
  let turn = 0;
  let failures = 0;
  let alarm = 0;

  function wait(ms: number): void {
    window.clearTimeout(alarm);
    alarm = window.setTimeout(() => void renew(), ms);
  }
  function hide(): void {
    turn += 1;
    window.clearTimeout(alarm);
    alarm = 0;
    visit = undefined;
    panel.hidden = true;
  }
  async function renew(): Promise<void> {
    if (!navigator.onLine || document.hidden) return hide();
    turn += 1;
    const own = turn;
    try {
      const opened = await kiosk.openWindow({ unit });
      const drawn = await draw(opened.link);
      if (own !== turn) return;
      failures = 0;
      visit = opened.visit;
      picture.textContent = "";
      picture.append(drawn);
      if (settings.withLink) picture.append(linkTo(opened.link));
      panel.hidden = false;
      wait(shownMs);
    } catch (error) {
      if (own !== turn) return;
      hide();
      failures += 1;
      wait(pauseAfter(error, failures));
    }
  }
  const wake = () => {
    if (!visit && !document.hidden) void renew();
  };
  window.addEventListener("offline", hide);
  window.addEventListener("online", wake);
  document.addEventListener("visibilitychange", wake);

  return {
    panel,
    /** Shows a code, now or as soon as a failure allows to ask again. */
    offer(): void {
      if (!visit && !alarm) void renew();
    },
    /** For good: the screen is about to be made anew. */
    end(): void {
      window.removeEventListener("offline", hide);
      window.removeEventListener("online", wake);
      document.removeEventListener("visibilitychange", wake);
      hide();
    },
    /** The visit of the code on the screen, for the rating that takes its place. */
    take(): string | undefined {
      const taken = visit;
      if (taken) hide();
      return taken;
    },
  };
}

/** Longer with every failure, and never at the same moment as the other devices. */
function pauseAfter(error: unknown, failures: number): number {
  const { status, retryAfterMs } = asKioskError(error);
  if (status >= 400 && status < 500 && status !== 429) return refusedWaitMs;
  return waitMs(failures, retryAfterMs, Math.random, patience);
}

async function draw(link: string): Promise<SVGElement> {
  if (!window.wanpingQr) await load("qr.js");
  const drawn = window.wanpingQr?.(link);
  if (!drawn) throw new Error("qr.js draws nothing");
  drawn.setAttribute("aria-label", "二维码：用自己的手机评价 QR code: rate on your own phone");
  const modules = Number(drawn.getAttribute("viewBox")?.split(" ")[2]);
  // Whole pixels for each module: cameras read sharp edges best.
  const share = window.innerHeight > 700 ? 0.5 : 0.36;
  const room = Math.min(largestSide, window.innerWidth * 0.28, window.innerHeight * share);
  const side = modules * Math.max(smallestModule, Math.floor(room / modules));
  drawn.setAttribute("width", String(side));
  drawn.setAttribute("height", String(side));
  return drawn;
}

function load(name: string): Promise<void> {
  const script = element("script", { src: name });
  return new Promise((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${name} did not load`));
    document.head.append(script);
  });
}

/** For those who try the device out where no phone can reach it. */
function linkTo(link: string): HTMLElement {
  const words = { zh: "在此浏览器中打开", en: "Open in this browser" };
  return element("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, both(words));
}
