import { type Clock, systemClock } from "../clock.ts";
import { newSerial } from "../serial.ts";
import { type BackupPlace, exportQueue, importQueue } from "./backup.ts";
import { beat, keyIsOld, rotate } from "./care.ts";
import { enrolKiosk } from "./enrolment.ts";
import { ownError } from "./error.ts";
import { answersOf, assignmentOf, type Rating, visitOf } from "./rating.ts";
import { createSender } from "./sender.ts";
import { createServer } from "./server.ts";
import { type QueueStatus, statusOf } from "./status.ts";
import type { Assignment, Configuration, Entry, KioskStorage } from "./storage.ts";
import { createServerTime } from "./time.ts";
import { createTokens, sendAuthorised } from "./tokens.ts";
import { type OpenedWindow, openWindow } from "./window.ts";

const heartbeatMs = 5 * 60_000;

export interface KioskSettings {
  baseUrl: string;
  storage: KioskStorage;
  /** A copy of the queue outside the storage, which a browser may evict; written before `rate()` resolves. */
  backup?: BackupPlace;
  language?: "zh" | "en";
  /** Called after every change of the queue. */
  onChange?: () => void;
  fetch?: typeof fetch;
  timeoutMs?: number;
  /** For tests: time and chance. */
  clock?: Clock;
  random?: () => number;
}

export type Kiosk = Awaited<ReturnType<typeof createKiosk>>;

/** A rating device: enrol it once, rate, and it delivers each rating exactly once, whatever happens in between. */
export async function createKiosk(settings: KioskSettings) {
  const { storage, backup, clock = systemClock, random = Math.random } = settings;
  const changed = () => settings.onChange?.();
  await recover(storage, backup);
  const time = await createServerTime(storage, clock, newSerial());
  const server = createServer({
    baseUrl: settings.baseUrl.replace(/\/+$/, ""),
    fetch: settings.fetch ?? ((input, init) => fetch(input, init)),
    clock,
    timeoutMs: settings.timeoutMs ?? 20_000,
    language: settings.language ?? "zh",
    onServerTime: time.note,
  });
  let tokens = createTokens(storage, server, time, clock);
  const currentTokens = {
    token: () => tokens.token(),
    renew: (refused: string) => tokens.renew(refused),
  };
  const parts = { storage, server, tokens: currentTokens, time, clock, random };
  const sender = createSender({ ...parts, changed });

  const careParts = { storage, server, tokens: currentTokens, time };

  async function rotateKey(): Promise<void> {
    await rotate(careParts);
    tokens = createTokens(storage, server, time, clock);
  }
  async function heartbeat(): Promise<void> {
    await beat(careParts);
    if (await keyIsOld(careParts)) await rotateKey();
  }
  const closed = new AbortController();
  /** Every few minutes, as long as the device is on. A failure is no matter: the next one tells as much. */
  function keepBeating(): void {
    clock.sleep(heartbeatMs, closed.signal).then(
      () => heartbeat().then(keepBeating, keepBeating),
      () => undefined,
    );
  }
  keepBeating();

  async function saveBackup(): Promise<void> {
    await backup?.save(await exportQueue(storage));
  }

  /** From the server if it answers, else as last seen. */
  async function configuration(): Promise<Configuration> {
    try {
      const answer = await sendAuthorised(server, currentTokens, "GET", "/v1/device");
      const { device, mode, assignments, presentation } = Object(answer);
      if (!Array.isArray(assignments)) throw ownError("no_answer");
      await storage.write("configuration", { device, mode, assignments, presentation });
      await time.keep();
    } catch (error) {
      if (!(await storage.read("configuration"))) throw error;
    }
    const known = await storage.read("configuration");
    if (!known) throw ownError("not_enrolled");
    return known;
  }

  async function assigned(unit: string | undefined): Promise<Assignment> {
    const known = await storage.read("configuration");
    if (!known) throw ownError("not_enrolled");
    return assignmentOf(known, unit, time.atLeast());
  }

  // What waited when the device was switched off.
  if (await storage.read("credential")) void sender.deliver();

  return {
    /** Spends an enrolment code, as typed; afterwards ballots that waited are sent. Also for a revoked or replaced device. */
    async enrol(code: string): Promise<Configuration> {
      await enrolKiosk(storage, server, code, time.now);
      tokens = createTokens(storage, server, time, clock);
      sender.state.revoked = false;
      const shown = await configuration();
      // Only now: whoever types the code again, because this did not come so far, asks with the same key.
      await storage.write("newKey", undefined);
      void sender.deliver();
      return shown;
    },
    configuration,
    /** Keeps a rating. When it resolves the rating is safe, and you may say thanks; it is sent in the background. */
    async rate(rating: Rating): Promise<void> {
      const assignment = await assigned(rating.unit);
      await storage.append({
        serial: newSerial(),
        programme: assignment.programme,
        instrument: assignment.instrument.id,
        answers: answersOf(rating, assignment.unit),
        ...visitOf(rating),
        ...time.stamp(),
      });
      await saveBackup();
      changed();
      void sender.nudge();
    },
    /** Makes a code for one rating on the visitor's own phone; with a visit reference it also serves later. Needs the network. */
    async openWindow({ unit, visit }: Pick<Rating, "unit" | "visit"> = {}): Promise<OpenedWindow> {
      return openWindow(careParts, await assigned(unit), visit);
    },
    queue: {
      async status(): Promise<QueueStatus> {
        const entries = await storage.entries();
        const enrolled = (await storage.read("credential")) !== undefined;
        return statusOf(entries, enrolled, sender, clock.now());
      },
      /** Sends now what can be sent, and resolves when nothing more can be done at the moment. */
      deliver: () => sender.deliver(),
      /** Everything that waits or was refused, as text to be kept elsewhere. */
      export: () => exportQueue(storage),
      /** Takes in what another export held, each ballot once; answers how many were new. */
      async import(text: string): Promise<number> {
        const count = await importQueue(storage, text);
        await saveBackup();
        void sender.deliver();
        return count;
      },
      /** Hands over the ballots that were refused for ever, with the reasons, and forgets them. */
      async takeRefused(): Promise<Entry[]> {
        const refused = (await storage.entries()).filter((entry) => entry.refused);
        await storage.remove(refused.map(({ position }) => position));
        await saveBackup();
        return refused;
      },
    },
    /** Stops sending, after the request under way; what waits stays where it is. */
    close(): Promise<void> {
      closed.abort();
      return sender.stop();
    },
    /** Sent every five minutes by itself: clock, backlog and settled numbers, for the organiser's fleet list. */
    heartbeat,
    /** Changes the key; done by itself every 90 days. The old one serves until the server has the new one. */
    rotateKey,
  };
}

/** After an eviction the storage is empty, and the copy outside it brings the ballots back. */
async function recover(storage: KioskStorage, backup: BackupPlace | undefined): Promise<void> {
  if (!backup || (await storage.read("credential"))) return;
  const text = await backup.load();
  if (text) await importQueue(storage, text);
}
