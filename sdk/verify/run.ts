import { compare, type UnitVerdict, type Verdict } from "./compare.ts";
import type {
  Programme,
  PublishedCell,
  PublishedLedgers,
  PublishedRound,
  PublishedUnit,
} from "./published.ts";
import { recompute } from "./recompute.ts";

export interface VerifySettings {
  /** Address of the service, for example `https://county.example`. */
  baseUrl: string;
  round: string;
  /** The newest where absent. */
  release?: number;
  fetch?: (address: string) => Promise<Response>;
  /** Gets a line for each unit and one for the whole. */
  print?: (line: string) => void;
}

export interface Verification {
  round: string;
  release: number;
  units: UnitVerdict[];
  counts: Record<Verdict, number>;
}

/**
 * Downloads a published round, recomputes every figure and says of each unit whether it is identical, different or
 * withheld. Works wherever there is `fetch`. Rejects where a file is not what its hash says.
 */
export async function runVerify(settings: VerifySettings): Promise<Verification> {
  const { round, print = () => {} } = settings;
  const get = fetcher(settings);
  const newest: { release: number; method: string } = await get(
    `/v1/rounds/${round}/results`,
    settings.release,
  );
  const { release, method } = newest;
  const at = `/v1/rounds/${round}/results`;
  const programme: Partial<Programme> = await get(method);
  const inputs: PublishedRound & PublishedLedgers = await get(`${at}/inputs`, release);
  const tallies: PublishedCell[] = await get(`${at}/tallies.ndjson`, release);
  const published: PublishedUnit[] = await get(`${at}/units.ndjson`, release);
  const units = compare(programme, published, recompute(programme, tallies, inputs, inputs));
  const counts = { identical: 0, different: 0, withheld: 0 };
  for (const unit of units) {
    counts[unit.verdict] += 1;
    print(lineOf(unit));
  }
  const { identical, different, withheld } = counts;
  print(
    `${round}, release ${release}: ${identical} identical, ${different} different, ${withheld} withheld`,
  );
  return { round, release, units, counts };
}

function lineOf({ unit, name, verdict, identical, differences }: UnitVerdict): string {
  const details = differences
    .map(({ figure, published, recomputed }) => `${figure} ${published} ≠ ${recomputed ?? "none"}`)
    .join(", ");
  const more = verdict === "identical" ? `${identical} figures` : details;
  return [verdict.padEnd(9), unit, name, more].filter(Boolean).join("  ");
}

/** Reads JSON, or a line of it for each row of an NDJSON file, and holds the bytes against their hash. */
function fetcher({ baseUrl, fetch = globalThis.fetch }: VerifySettings) {
  return async (path: string, release?: number) => {
    const address = new URL(path, baseUrl);
    if (release !== undefined) address.searchParams.set("release", String(release));
    const response = await fetch(address.href);
    if (!response.ok) throw new Error(`${address.href} answers ${response.status}`);
    const bytes = await response.arrayBuffer();
    await checkHash(bytes, response.headers.get("etag"), address.href);
    const text = new TextDecoder().decode(bytes);
    const lines = response.headers.get("content-type")?.startsWith("application/x-ndjson");
    return JSON.parse(lines ? `[${text.trimEnd().replaceAll("\n", ",")}]` : text);
  };
}

async function checkHash(bytes: ArrayBuffer, etag: string | null, address: string): Promise<void> {
  const promised = /^(?:W\/)?"([0-9a-f]{64})"$/.exec(etag ?? "")?.[1];
  if (promised === undefined) return;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (found !== promised) throw new Error(`${address} is not what its hash says`);
}
