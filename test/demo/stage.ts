import { demoClock } from "../../api/demo/clock.ts";
import { DemoMarker } from "../../api/demo/marker.ts";
import { play } from "../../api/demo/rounds/play.ts";
import type { Script } from "../../api/demo/rounds/script.ts";
import type { Progress, Stage } from "../../api/demo/step.ts";
import { createWanping } from "../../sdk/index.ts";
import { assertConforms } from "../support/conformance.ts";
import { createTestApp } from "../support/test-app.ts";

const baseUrl = "http://demo.test";

/** The real app in this process, long after the rounds that are played, and the stage that the demonstration needs. */
export async function openStage() {
  const api = await createTestApp();
  api.clock.set("2026-03-02T09:00:00+08:00");
  /** Requests that are still let through; a stage that loses the server is a demonstration that was killed. */
  let left = Number.POSITIVE_INFINITY;
  const organiser = createWanping({
    baseUrl,
    token: { token: () => api.organiserToken(), renew: () => api.organiserToken() },
    retries: 0,
    fetch: async (input, init) => {
      left -= 1;
      if (left < 0) throw new Error("killed");
      const request = new Request(input, init);
      const response = await api.app.fetch(request);
      await assertConforms(request.method, new URL(request.url).pathname, response);
      return response;
    },
  });
  const stage: Stage = {
    address: baseUrl,
    clock: demoClock(),
    organiser,
    folder: api.folder,
    marker: DemoMarker.begin(api.folder),
  };
  return {
    api,
    stage,
    /** Plays a script as far as so many requests go. */
    async playUntilKilled(script: Script, requests: number): Promise<boolean> {
      left = requests;
      try {
        await play(script, stage, quiet);
        return false;
      } catch {
        return true;
      } finally {
        left = Number.POSITIVE_INFINITY;
        const marker = DemoMarker.find(api.folder);
        if (marker) stage.marker = marker;
      }
    },
    play: (script: Script) => play(script, stage, quiet),
    close: () => api.close(),
  };
}

const quiet: Progress = { begin: () => undefined, advance: () => undefined };
