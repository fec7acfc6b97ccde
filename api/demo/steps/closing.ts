import { closeRound, getRound, publishRound } from "../../../sdk/index.ts";
import { june } from "../june.ts";
import type { Step } from "../step.ts";

export const closing: Step = {
  id: "closing",
  title: { zh: "截止、复核计票、公布结果", en: "Closed, recounted, published" },
  async run({ clock, organiser: client }) {
    const path = { round: june.round };
    clock.set(june.closed);
    if ((await getRound({ client, path })).state === "open") {
      await closeRound({ client, path, body: {} });
    }
    clock.set(june.published);
    if ((await getRound({ client, path })).state === "closed")
      await publishRound({ client, path, body: {} });
  },
};
