import { createServer } from "node:http";
import { announce } from "./announce.ts";

/** Something to be measured: does it once and returns the seconds that it took. */
type Work = () => Promise<number>;

/** Does one of the works over and over for as long as it is asked to, at least once, and answers how often a second. */
export function offer(works: Readonly<Record<string, Work>>): void {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
    const work = works[pathname.slice(1)];
    if (!work) {
      response.writeHead(404).end();
      return;
    }
    const enough = Number(searchParams.get("seconds"));
    let took = 0;
    let times = 0;
    do {
      took += await work();
      times += 1;
    } while (took < enough);
    response.end(String(times / took));
  });
  // The first answer may take as long as its work does.
  server.requestTimeout = 0;
  announce(server);
}

/** How long something takes, in seconds. */
export async function secondsOf(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
