import type { Clock } from "../clock.ts";
import type { Entry, KioskStorage } from "./storage.ts";

const noiseMs = 2000;
const minute = 60_000;
const year = 366 * 24 * 60 * minute;

export type ServerTime = Awaited<ReturnType<typeof createServerTime>>;

/** What the device knows of the right time: clocks of kiosks are wrong, and start in 1970 when a battery is flat. */
export async function createServerTime(storage: KioskStorage, clock: Clock, run: string) {
  let slowMs = (await storage.read("slowMs")) ?? 0;
  let seenAt = (await storage.read("seenAt")) ?? 0;
  const now = () => clock.now() + slowMs;

  return {
    now,
    /** What the device's own clock says, for those who could set it. */
    uncorrected: () => clock.now(),
    /** Now, or the latest time known to have passed, where the clock says something earlier. */
    atLeast: () => Math.max(now(), seenAt),
    /** Takes the time from a server's answer. Written down when it matters, so that a restart knows it. */
    note(time: number): void {
      seenAt = Math.max(seenAt, time);
      const slow = time - clock.now();
      if (Math.abs(slow - slowMs) > noiseMs) slowMs = slow;
    },
    async keep(): Promise<void> {
      if ((await storage.read("slowMs")) !== slowMs) await storage.write("slowMs", slowMs);
      if (seenAt - ((await storage.read("seenAt")) ?? 0) > minute) {
        await storage.write("seenAt", seenAt);
      }
    },
    /** The clock at the moment of rating, with what we know about it. A clock that went backwards is not to be trusted. */
    stamp: () => ({ clock: clock.now(), slowMs: now() >= seenAt ? slowMs : null, run }),
    /**
     * When a rating was made, by the server's clock. A fault learned in the same run applies; where the clock was not to
     * be trusted, or says what cannot be, it counts as made now.
     */
    ratedAt(entry: Pick<Entry, "clock" | "slowMs" | "run">): string {
      const slow = entry.run === run ? slowMs : entry.slowMs;
      const time = slow === null ? now() : entry.clock + slow;
      const possible = time <= now() + minute && time > now() - year;
      return new Date(possible ? time : now()).toISOString();
    },
  };
}
