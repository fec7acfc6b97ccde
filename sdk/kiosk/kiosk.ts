import { type Clock, systemClock } from "../clock.ts";
import { newSerial } from "../serial.ts";
import { type BackupPlace, exportQueue, importQueue } from "./backup.ts";
import { enrolKiosk } from "./enrolment.ts";
import { type KioskError, ownError } from "./error.ts";
import { createSender } from "./sender.ts";
import { createServer } from "./server.ts";
import type { Answers, Assignment, Configuration, Entry, KioskStorage } from "./storage.ts";
import { createServerTime } from "./time.ts";
import { createTokens, sendAuthorised } from "./tokens.ts";

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

/** What a person pressed. The unit may be left out where the device rates only one. */
export interface Rating {
  unit?: string;
  level: string;
  reasons?: string[];
  questions?: Record<string, string>;
  /** Reference of the visit, where there is one. */
  visit?: string;
}

export interface QueueStatus {
  /** Ballots that wait to be sent, held ones included. */
  pending: number;
  /** Of these, how many wait for somebody to mend something. */
  held: number;
  /** Ballots refused for ever, kept until `takeRefused()`. */
  refused: number;
  /** When the oldest of those that wait was made, as far as the clock can be trusted. */
  oldest?: string;
  lastError?: KioskError;
  lastDeliveredAt?: string;
  /** `revoked`: only a new enrolment helps; ballots stay. */
  state: "not-enrolled" | "revoked" | "failing" | "ready";
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

  async function saveBackup(): Promise<void> {
    await backup?.save(await exportQueue(storage));
  }

  /** From the server if it answers, else as last seen. */
  async function configuration(): Promise<Configuration> {
    try {
      const answer = await sendAuthorised(server, currentTokens, "GET", "/v1/device");
      const { device, mode, assignments } = Object(answer);
      if (!Array.isArray(assignments)) throw ownError("no_answer");
      await storage.write("configuration", { device, mode, assignments });
      await time.keep();
    } catch (error) {
      if (!(await storage.read("configuration"))) throw error;
    }
    const known = await storage.read("configuration");
    if (!known) throw ownError("not_enrolled");
    return known;
  }

  return {
    /** Spends an enrolment code, as typed; afterwards ballots that waited are sent. Also for a revoked or replaced device. */
    async enrol(code: string): Promise<Configuration> {
      await enrolKiosk(storage, server, code);
      tokens = createTokens(storage, server, time, clock);
      sender.state.revoked = false;
      const shown = await configuration();
      void sender.deliver();
      return shown;
    },
    configuration,
    /** Keeps a rating. When it resolves the rating is safe, and you may say thanks; it is sent in the background. */
    async rate(rating: Rating): Promise<void> {
      const known = await storage.read("configuration");
      if (!known) throw ownError("not_enrolled");
      const assignment = assignmentOf(known, rating.unit, time.atLeast());
      await storage.append({
        serial: newSerial(),
        programme: assignment.programme,
        instrument: assignment.instrument.id,
        answers: answersOf(rating, assignment.unit),
        ...(rating.visit !== undefined && { visit: rating.visit }),
        ...time.stamp(),
      });
      await saveBackup();
      changed();
      void sender.nudge();
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
    close: () => sender.stop(),
  };
}

/** After an eviction the storage is empty, and the copy outside it brings the ballots back. */
async function recover(storage: KioskStorage, backup: BackupPlace | undefined): Promise<void> {
  if (!backup || (await storage.read("credential"))) return;
  const text = await backup.load();
  if (text) await importQueue(storage, text);
}

function assignmentOf(
  { assignments }: Configuration,
  unit: string | undefined,
  now: number,
): Assignment {
  // A day to and fro: the server, which knows the county's time zone, has the last word.
  const day = 86_400_000;
  const [before, after] = [-day, day].map((ms) => new Date(now + ms).toISOString().slice(0, 10));
  const found = assignments.filter(
    ({ unit: id, from, until }) =>
      (unit === undefined || id === unit) &&
      from <= (after ?? "") &&
      (until === undefined || until >= (before ?? "")),
  );
  const [assignment] = found;
  if (!assignment || (unit === undefined && found.length > 1)) throw ownError("no_assignment");
  return assignment;
}

function answersOf({ level, reasons, questions }: Rating, unit: string): Answers {
  return {
    kind: "levels",
    unit,
    level,
    ...(reasons && reasons.length > 0 && { reasons }),
    ...(questions && { questions }),
  };
}

function statusOf(
  entries: readonly Entry[],
  enrolled: boolean,
  { state, isWaiting }: ReturnType<typeof createSender>,
  now: number,
): QueueStatus {
  const pending = entries.filter(({ refused }) => !refused);
  const [first] = pending;
  const { lastError, deliveredAt, revoked } = state;
  return {
    pending: pending.length,
    held: pending.filter(({ heldUntil = 0 }) => heldUntil > now).length,
    refused: entries.length - pending.length,
    ...(first && {
      oldest: first.ratedAt ?? new Date(first.clock + (first.slowMs ?? 0)).toISOString(),
    }),
    ...(lastError && { lastError }),
    ...(deliveredAt !== undefined && { lastDeliveredAt: new Date(deliveredAt).toISOString() }),
    state: revoked ? "revoked" : !enrolled ? "not-enrolled" : isWaiting() ? "failing" : "ready",
  };
}
