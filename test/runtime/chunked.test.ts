import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Rig, startRig } from "../attack/rig.ts";
import { assertionOf, enrolDevice, rating } from "../support/device.ts";
import { seedRounds } from "../support/seed.ts";

let rig: Rig;
let device: Awaited<ReturnType<typeof enrolDevice>>;
beforeAll(async () => {
  rig = await startRig();
  await seedRounds(rig.folder);
  device = await enrolDevice(rig.api, "device-01");
});
afterAll(async () => {
  await rig.stop();
  rig.remove();
});

/** Sends a body in chunks, without saying how long it is, and reads the status. */
function sendInChunks(path: string, headers: string, parts: readonly string[]): Promise<number> {
  const { hostname, port } = new URL(rig.api.origin?.() ?? "");
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    socket.once("data", (answer) => {
      resolve(Number(String(answer).split(" ")[1]));
      socket.destroy();
    });
    socket.once("error", reject);
    const chunks = parts.map((part) => `${Buffer.byteLength(part).toString(16)}\r\n${part}\r\n`);
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n${headers}Transfer-Encoding: chunked\r\n\r\n`,
    );
    socket.write(`${chunks.join("")}0\r\n\r\n`);
  });
}

const json = () => `Authorization: Bearer ${device.token}\r\nContent-Type: application/json\r\n`;

test("a ballot whose sender does not say how long it is counts like any other", async () => {
  const text = JSON.stringify(rating({ ratedAt: "2020-06-03T09:00:00+08:00" }));
  const parts = [text.slice(0, 20), text.slice(20)];
  expect(await sendInChunks("/v1/ballots", json(), parts)).toBe(201);
  expect(await sendInChunks("/v1/ballots", json(), [])).toBe(400);
});

test("a form of undeclared length buys a token", async () => {
  const form = new URLSearchParams({
    grant_type: "client_credentials",
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: await assertionOf(rig.api, "device-01", device.key),
  });
  const headers = "Content-Type: application/x-www-form-urlencoded\r\n";
  expect(await sendInChunks("/v1/token", headers, [String(form)])).toBe(200);
});

test("a body of undeclared length is cut where it becomes too large", async () => {
  const megabyte = " ".repeat(1 << 20);
  const parts = Array.from({ length: 5 }, () => megabyte);
  expect(await sendInChunks("/v1/ballots", json(), parts)).toBe(413);
});
