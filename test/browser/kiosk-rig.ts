import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { createDevice, putAssignments } from "../../sdk/index.ts";
import { createSdkApp } from "../sdk/support/app.ts";
import { programme } from "../support/seed.ts";

/** The real app on a port of this machine, to be pulled away from a browser and brought back. */
export async function createKioskServer() {
  const api = await createSdkApp();
  let server: Server | undefined;
  let port = 0;

  async function bringBack(): Promise<void> {
    await new Promise<void>((resolve) => {
      const started = serve({ fetch: api.app.fetch, port, hostname: "127.0.0.1" }, (address) => {
        port = address.port;
        resolve();
      });
      if ("closeAllConnections" in started) server = started;
    });
  }
  async function pullAway(): Promise<void> {
    const closing = server;
    server = undefined;
    await new Promise((resolve) => {
      if (!closing) return resolve(undefined);
      closing.close(resolve);
      closing.closeAllConnections();
    });
  }
  async function invite(device: string, units: readonly string[]): Promise<string> {
    const client = api.organiser;
    const { enrolmentCode } = await createDevice({ client, body: { id: device, label: device } });
    const assignments = units.map((unit) => ({ unit, programme, from: "2020-06-01" }));
    await putAssignments({ client, path: { device }, body: { assignments } });
    return enrolmentCode;
  }
  await bringBack();
  return {
    api,
    // `localhost` counts as secure, so that WebCrypto is there without TLS.
    address: () => `http://localhost:${port}/kiosk/`,
    phonePage: () => `http://localhost:${port}/window/`,
    bringBack,
    pullAway,
    invite,
    async close(): Promise<void> {
      await pullAway();
      await api.close();
    },
  };
}
