import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { HranaStream } from "./hrana-stream.ts";
import { Pipeline } from "./hrana-wire.ts";

export interface HranaOptions {
  file: string;
  token: string;
  /** 0, the default, takes any free port. */
  port?: number;
  /** Milliseconds after which a stream that nobody uses is rolled back; sqld waits ten seconds. */
  expiresAfter?: number;
  /** Milliseconds that a statement waits for another stream's transaction. */
  lockTimeout?: number;
}

export interface HranaServer {
  url: string;
  close(): Promise<void>;
}

/**
 * A database server for tests, in this process: what `@libsql/client/web` and Workers speak, over a file of the embedded
 * libSQL. It follows sqld's answers, also to errors, but it is no proof that sqld answers the same.
 */
export async function startHranaServer(options: HranaOptions): Promise<HranaServer> {
  const streams = new Streams(options);
  const server = createServer((request, response) => {
    answer(request, options.token, streams).then(
      (reply) => send(response, reply),
      (error) => send(response, { status: 400, body: String(error) }),
    );
  });
  await new Promise<void>((listening) =>
    server.listen(options.port ?? 0, "127.0.0.1", () => listening()),
  );
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was bound");

  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      streams.dispose();
    },
  };
}

interface Reply {
  status: number;
  /** Text for a person, or an object for the client. */
  body: string | object;
}

async function answer(request: IncomingMessage, token: string, streams: Streams): Promise<Reply> {
  const route = `${request.method} ${request.url}`;
  if (route === "GET /v2") return { status: 200, body: "Hrana 2 over HTTP" };
  if (route !== "POST /v2/pipeline") return { status: 404, body: "no such endpoint" };
  if (request.headers.authorization !== `Bearer ${token}`) {
    return { status: 401, body: "Unauthorized: the token is missing or wrong" };
  }
  const { baton, requests } = Pipeline.parse(JSON.parse(await text(request)));
  const stream = streams.take(baton ?? undefined);
  if (stream === "expired") {
    const message = "The stream has expired due to inactivity";
    return { status: 500, body: { message, code: "STREAM_EXPIRED" } };
  }
  if (stream === "unknown") return { status: 400, body: "Received an invalid baton" };

  const results: object[] = [];
  for (const each of requests) results.push(await stream.answer(each));
  return { status: 200, body: { baton: streams.give(stream), base_url: null, results } };
}

function send(response: ServerResponse, { status, body }: Reply): void {
  const isText = typeof body === "string";
  response.writeHead(status, { "content-type": isText ? "text/plain" : "application/json" });
  response.end(isText ? body : JSON.stringify(body));
}

/** Streams between two requests of theirs. Each baton is good once, so that a client must take its turns in order. */
class Streams {
  readonly #options: HranaOptions;
  readonly #waiting = new Map<string, { stream: HranaStream; expiry: NodeJS.Timeout }>();
  readonly #expired = new Set<string>();
  readonly #idle: HranaStream[] = [];
  readonly #all = new Set<HranaStream>();

  constructor(options: HranaOptions) {
    this.#options = options;
  }

  take(baton: string | undefined): HranaStream | "expired" | "unknown" {
    if (baton === undefined) return this.#idle.pop() ?? this.#open();
    const waiting = this.#waiting.get(baton);
    if (!waiting) return this.#expired.has(baton) ? "expired" : "unknown";
    this.#waiting.delete(baton);
    clearTimeout(waiting.expiry);
    return waiting.stream;
  }

  /** Keeps a stream for its client's next request, unless the client closed it. */
  give(stream: HranaStream): string | null {
    if (stream.closed) {
      this.#release(stream);
      return null;
    }
    const baton = randomUUID();
    const expiry = setTimeout(() => this.#expire(baton), this.#options.expiresAfter ?? 10_000);
    this.#waiting.set(baton, { stream, expiry });
    return baton;
  }

  dispose(): void {
    for (const { expiry } of this.#waiting.values()) clearTimeout(expiry);
    for (const stream of this.#all) stream.dispose();
  }

  #open(): HranaStream {
    const stream = new HranaStream(this.#options.file, this.#options.lockTimeout ?? 5_000);
    this.#all.add(stream);
    return stream;
  }

  #expire(baton: string): void {
    const waiting = this.#waiting.get(baton);
    if (!waiting) return;
    this.#waiting.delete(baton);
    this.#expired.add(baton);
    this.#release(waiting.stream);
  }

  #release(stream: HranaStream): void {
    stream.reset();
    this.#idle.push(stream);
  }
}
