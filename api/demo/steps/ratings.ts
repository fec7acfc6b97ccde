import { castAll, type Wanping } from "../../../sdk/index.ts";
import { type Delivery, deliveriesOf } from "../deliveries.ts";
import { june } from "../june.ts";
import { juneTraffic } from "../june-traffic.ts";
import { openSenders } from "../senders.ts";
import type { Step } from "../step.ts";

/** Devices that send at the same time. */
const atOnce = 8;

export const ratings: Step = {
  id: "ratings",
  title: { zh: "评价器逐日报送评价", en: "Devices send their ratings, day by day" },
  async run(stage, progress) {
    stage.clock.set(june.installed);
    const senders = await openSenders(stage);
    const clients = new Map(senders.map(({ device, client }) => [device.id, client]));
    const days = deliveriesOf(senders, juneTraffic());
    progress.begin(days.reduce((sum, [, day]) => sum + ballotsIn(day), 0));
    const reached = stage.marker.reached("ratings") ?? "";
    for (const [on, deliveries] of days) {
      if (on > reached) {
        stage.clock.set(`${on}T18:30:00+08:00`);
        await sendAll(deliveries, clients);
        stage.marker.reach("ratings", on);
      }
      progress.advance(ballotsIn(deliveries));
    }
  },
};

const ballotsIn = (deliveries: readonly Delivery[]) =>
  deliveries.reduce((sum, { ballots }) => sum + ballots.length, 0);

async function sendAll(
  deliveries: readonly Delivery[],
  clients: ReadonlyMap<string, Wanping>,
): Promise<void> {
  const waiting = [...deliveries];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await send(next, clients);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

async function send({ device, ballots }: Delivery, clients: ReadonlyMap<string, Wanping>) {
  const client = clients.get(device);
  if (!client) throw new Error(`no client for ${device}`);
  for (const outcome of await castAll(ballots, { client })) {
    if (outcome.status !== "recorded") throw outcome.error;
  }
}
