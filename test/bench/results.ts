import type { Bench, Sides } from "./bench.ts";
import { get, load } from "./load.ts";
import { startServer } from "./process.ts";

const path = "/v1/rounds/june/results/units/unit-001";
const connections = 64;

/** One published address of the service, and the same bytes from a server that has nothing else. */
async function open(headersFor: (etag: string) => Record<string, string>): Promise<Sides> {
  const subject = await startServer("servers/published.ts");
  const published = await fetch(subject.address + path);
  const etag = published.headers.get("etag") ?? "";
  const baseline = await startServer("servers/bare-file.ts", {
    ADDRESS: path,
    BYTES: Buffer.from(await published.arrayBuffer()).toString("base64"),
    ETAG: etag,
  });
  const asked = get(path, headersFor(etag));
  const run = async ({ address }: typeof subject, seconds: number) =>
    (await load({ address, connections, seconds, request: () => asked })).perSecond;
  return {
    subject: (seconds) => run(subject, seconds),
    baseline: (seconds) => run(baseline, seconds),
    async close() {
      await subject.close();
      await baseline.close();
    },
  };
}

export const resultGet: Bench = {
  name: "result-get",
  unit: "answers/s",
  target: { of: "ratio", bound: 0.85, better: "more" },
  open: () => open(() => ({})),
};

/** To a reader who holds the bytes already. */
export const result304: Bench = {
  name: "result-304",
  unit: "answers/s",
  target: { of: "ratio", bound: 0.95, better: "more" },
  open: () => open((etag) => ({ "If-None-Match": etag })),
};
