import { demoClock } from "../../api/demo/clock.ts";
import { DemoMarker } from "../../api/demo/marker.ts";
import { play } from "../../api/demo/rounds/play.ts";
import type { Script } from "../../api/demo/rounds/script.ts";
import type { Progress, Stage } from "../../api/demo/step.ts";
import {
  createWanping,
  getRoundResult,
  listUnitResults,
  type RoundResult,
} from "../../sdk/index.ts";
import { assertConforms } from "../support/conformance.ts";
import { createTestApp } from "../support/test-app.ts";

const address = "http://demo.test";
const quiet: Progress = { begin: () => undefined, advance: () => undefined };

/** The real app in this process, long after the rounds that are played, with the stage that the demonstration works on. */
export async function openStage() {
  const api = await createTestApp();
  api.clock.set("2026-03-02T09:00:00+08:00");
  let left = Number.POSITIVE_INFINITY;
  const network: typeof fetch = async (input, init) => {
    left -= 1;
    if (left < 0) throw new Error("the process is gone");
    const request = new Request(input, init);
    const response = await api.app.fetch(request);
    await assertConforms(request.method, new URL(request.url).pathname, response);
    // The last request before the kill took effect, and nobody learnt of it.
    if (left === 0) throw new Error("killed");
    return response;
  };
  const organiser = createWanping({
    baseUrl: address,
    token: { token: () => api.organiserToken(), renew: () => api.organiserToken() },
    retries: 0,
    fetch: network,
  });
  const { folder } = api;
  DemoMarker.begin(folder);

  /** As a process does that starts on this folder: the marker is read from its file. */
  const playScript = async (script: Script) => {
    const marker = DemoMarker.find(folder);
    if (!marker) throw new Error("no marker");
    const stage: Stage = {
      address,
      fetch: network,
      clock: demoClock(),
      organiser,
      folder,
      marker,
    };
    await play(script, stage, quiet);
  };

  return {
    api,
    play: playScript,
    /** Plays until so many requests were made, and says whether that was the end of it. */
    async killedAfter(requests: number, script: Script): Promise<boolean> {
      left = requests;
      try {
        await playScript(script);
        return false;
      } catch (error) {
        if (left > 0) throw error;
        return true;
      } finally {
        left = Number.POSITIVE_INFINITY;
      }
    },
    async result(round: string) {
      const result = await getRoundResult({ client: organiser, path: { round } });
      if (!result) throw new Error(`no result of ${round}`);
      return result;
    },
    async units(round: string) {
      const page = await listUnitResults({
        client: organiser,
        path: { round },
        query: { limit: "1000" },
      });
      return page?.items ?? [];
    },
    /** Hashes of all files of a round's newest release. */
    async files(round: string) {
      const newest = await api.store.releases.newest(round);
      return api.store.releases.hashes(round, newest?.number ?? 0);
    },
    close: () => api.close(),
  };
}

/** Who holds an award of a result. */
export function holdersOf(result: RoundResult, award: string) {
  const found = result.awards.find(({ id }) => id === award);
  if (!found) throw new Error(`no award ${award}`);
  return { state: found.state, ids: found.holders.map(({ id }) => id), flags: found.flags };
}
