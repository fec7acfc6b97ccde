import type {
  Programme,
  PublishedCell,
  PublishedLedgers,
  PublishedRelease,
  PublishedRound,
  PublishedSummary,
  PublishedUnit,
} from "./published.ts";

/** Like the runtime's fetch, as far as it is needed. */
export type Fetch = (address: string) => Promise<Response>;

export interface ReleaseAddress {
  /** Address of the service, for example `https://county.example`. */
  baseUrl: string;
  round: string;
  /** The newest where absent. */
  release?: number | undefined;
  fetch?: Fetch | undefined;
}

/** A file that cannot be had, or is not what its hash says. */
export class DownloadError extends Error {
  override name = "DownloadError";
  readonly code: "unreachable" | "refused" | "hash_missing" | "hash_differs" | "unreadable";
  readonly address: string;

  constructor(code: DownloadError["code"], address: string, detail = "") {
    super([address, code, detail].filter(Boolean).join(" "));
    this.code = code;
    this.address = address;
  }
}

/** Downloads what a round has published, all of one release. Rejects where a file is not what its hash says. */
export async function downloadRelease(address: ReleaseAddress): Promise<PublishedRelease> {
  const get = reader(address);
  const results = `/v1/rounds/${encodeURIComponent(address.round)}/results`;
  const summary: PublishedSummary = await get(results, address.release);
  const { release, method } = summary;
  const [programme, inputs, tallies, units]: [
    Partial<Programme>,
    PublishedRound & PublishedLedgers,
    PublishedCell[],
    PublishedUnit[],
  ] = await Promise.all([
    get(method),
    get(`${results}/inputs`, release),
    get(`${results}/tallies.ndjson`, release),
    get(`${results}/units.ndjson`, release),
  ]);
  return { programme, summary, units, tallies, inputs };
}

/** Reads JSON, or a line of it for each row of an NDJSON file, and holds the bytes against their hash. */
function reader({ baseUrl, fetch = (address) => globalThis.fetch(address) }: ReleaseAddress) {
  return async (path: string, release?: number) => {
    const address = new URL(path, baseUrl);
    if (release !== undefined) address.searchParams.set("release", String(release));
    const response = await fetch(address.href).catch((error: unknown) => {
      throw new DownloadError("unreachable", address.href, String(error));
    });
    if (!response.ok) throw new DownloadError("refused", address.href, String(response.status));
    const bytes = await response.arrayBuffer();
    await checkHash(bytes, response.headers.get("etag"), address.href);
    const text = new TextDecoder().decode(bytes);
    const rows = response.headers.get("content-type")?.startsWith("application/x-ndjson");
    try {
      return JSON.parse(rows ? `[${text.trimEnd().replaceAll("\n", ",")}]` : text);
    } catch (error) {
      throw new DownloadError("unreadable", address.href, String(error));
    }
  };
}

/** A proxy that compresses marks the tag as weak; the hash is still that of the bytes behind it. */
async function checkHash(bytes: ArrayBuffer, etag: string | null, address: string): Promise<void> {
  const promised = /^(?:W\/)?"([0-9a-f]{64})"$/.exec(etag ?? "")?.[1];
  if (promised === undefined) throw new DownloadError("hash_missing", address);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (found !== promised) throw new DownloadError("hash_differs", address);
}
