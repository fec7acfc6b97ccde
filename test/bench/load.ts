import { connect, type Socket } from "node:net";

export interface Load {
  address: string;
  connections: number;
  seconds: number;
  /** The next request of a connection, as it goes over the wire. */
  request: (connection: number) => string | Buffer;
}

export interface Measured {
  perSecond: number;
  p99Milliseconds: number;
}

/**
 * One request under way on each connection, on bare sockets: a client that does more would itself be what is measured. Any
 * answer but 200, 201 or 304 ends the measurement.
 */
export async function load({ address, connections, seconds, request }: Load): Promise<Measured> {
  const { hostname, port } = new URL(address);
  const latencies: number[] = [];
  const until = performance.now() + seconds * 1000;

  function run(index: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true });
      let received = "";
      let sentAt = 0;
      function send() {
        received = "";
        sentAt = performance.now();
        socket.write(request(index));
      }
      function answered() {
        const now = performance.now();
        latencies.push(now - sentAt);
        if (now < until) return send();
        socket.end();
        resolve();
      }
      socket.on("connect", send);
      socket.on("error", reject);
      socket.on("data", (part) => {
        received += part.toString("latin1");
        if (!isWhole(received)) return;
        if (/^HTTP\/1\.1 (20[01]|304)/.test(received)) answered();
        else socket.destroy(new Error(received));
      });
    });
  }

  const begun = performance.now();
  await Promise.all(Array.from({ length: connections }, (_, index) => run(index)));
  const took = (performance.now() - begun) / 1000;
  latencies.sort((a, b) => a - b);
  return {
    perSecond: latencies.length / took,
    p99Milliseconds: latencies[Math.floor(latencies.length * 0.99)] ?? Number.NaN,
  };
}

function isWhole(answer: string): boolean {
  const head = answer.indexOf("\r\n\r\n");
  if (head === -1) return false;
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(answer)?.[1] ?? 0);
  return answer.length >= head + 4 + length;
}

/** A POST of JSON, as it goes over the wire. */
export function post(path: string, json: string, token = ""): string {
  const authorization = token && `Authorization: Bearer ${token}\r\n`;
  return `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${authorization}Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
}

/** A GET, as it goes over the wire. */
export function get(path: string, headers: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${lines.join("")}\r\n`;
}
