import type { Server } from "node:http";
import { createAdaptorServer, type Http2Bindings, type HttpBindings } from "@hono/node-server";
import { languageOf } from "../http/language.ts";
import { problemResponse } from "../http/problem.ts";
import { isLoopback } from "../public-origin.ts";
import { Refusal } from "../refusal.ts";
import { bind, type Names } from "./bind.ts";
import { Failure } from "./failure.ts";
import { explainMalformedRequests } from "./malformed.ts";
import type { Settings } from "./settings.ts";

type Fetch = (
  request: Request,
  environment: HttpBindings | Http2Bindings,
) => Response | Promise<Response>;

/** How long requests under way may take once the server is told to stop. */
const drainMilliseconds = 10_000;

const settingNames: Names = { host: "HOST", port: "PORT" };

/**
 * Takes the port first and the app later, so that a taken port is told before a database is opened. Until the app is there,
 * and from `stop` on, answers 503.
 */
export async function listen(
  { host, port, publicOrigin }: Pick<Settings, "host" | "port" | "publicOrigin">,
  names: Names = settingNames,
) {
  if (publicOrigin === undefined && !isLoopback(host)) throw needsPublicOrigin(host);
  let answer: Fetch | undefined;
  let stopping = false;
  const server = createAdaptorServer({
    fetch: async (request, environment) => {
      const app = stopping && isReadiness(request) ? undefined : answer;
      const response = app === undefined ? unavailable(request) : await app(request, environment);
      // A kept connection would bring further requests, and keep the server from closing.
      if (stopping) response.headers.set("Connection", "close");
      return response;
    },
    serverOptions: {
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16_384,
    },
  });
  if (!("closeIdleConnections" in server)) throw new TypeError("not an HTTP/1.1 server");
  explainMalformedRequests(server);
  await bind(server, { host, port }, names);
  return {
    address: addressOf(server, host),
    answerWith(fetch: Fetch) {
      answer = fetch;
    },
    /** Stops accepting, lets requests under way finish, and cuts off those that take too long. */
    async stop(): Promise<void> {
      stopping = true;
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const deadline = setTimeout(() => server.closeAllConnections(), drainMilliseconds);
      await closed;
      clearTimeout(deadline);
    },
  };
}

/** Whoever can reach the server can write a `Host` header; devices must not sign for whatever stands there. */
function needsPublicOrigin(host: string): Failure {
  return new Failure(
    `HOST=${host} 使服务对外可达：请设置 PUBLIC_ORIGIN，例如 https://wanping.example，即设备和读者所用的地址。`,
    `HOST=${host} lets others reach the service: set PUBLIC_ORIGIN to where devices and readers find it, such as https://wanping.example.`,
  );
}

function addressOf(server: Server, host: string): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("no port was bound");
  const name = host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${address.port}`;
}

function isReadiness(request: Request): boolean {
  return new URL(request.url).pathname === "/ready";
}

function unavailable(request: Request): Response {
  const language = languageOf(request.headers.get("accept-language") ?? undefined);
  return problemResponse(new Refusal("storage_failed"), language);
}
