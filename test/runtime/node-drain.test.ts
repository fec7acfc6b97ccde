import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { listen } from "../../api/node/serve.ts";

function signal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { give, given };
}

test("a server told to stop finishes the request under way, accepts no other, and says that it is not ready", async () => {
  const server = await listen({ host: "127.0.0.1", port: 0 });
  const begun = signal();
  const finish = signal();
  server.answerWith(async () => {
    begun.give();
    await finish.given;
    return new Response("done");
  });
  const slow = fetch(server.address);
  await begun.given;
  const stopped = server.stop();
  await expect(fetch(server.address)).rejects.toThrow();
  finish.give();
  const response = await slow;
  expect(await response.text()).toBe("done");
  expect(response.headers.get("connection")).toBe("close");
  await stopped;
});

test("before the app is there, every request is answered 503 with Retry-After", async () => {
  const server = await listen({ host: "127.0.0.1", port: 0 });
  const asked = request(server.address, { path: "/v1" }).end();
  const [response] = await once(asked, "response");
  expect(response.statusCode).toBe(503);
  expect(response.headers["retry-after"]).toBeDefined();
  response.resume();
  await server.stop();
});

test("what is no HTTP is answered by a problem that says so", async () => {
  const server = await listen({ host: "127.0.0.1", port: 0 });
  const socket = connect(Number(new URL(server.address).port), "127.0.0.1");
  socket.end("GET /v1/units?q=审批 HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const said = await text(socket);
  expect(said).toContain("400 Bad Request");
  expect(JSON.parse(said.split("\r\n\r\n")[1] ?? "")).toMatchObject({
    status: 400,
    code: "invalid_parameter",
  });
  await server.stop();
});
