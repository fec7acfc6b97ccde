import type { Context } from "hono";

/** Published bytes on their way out. */
export interface Served {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
  sha256: string;
  /** Whether the address names a release: then the answer never changes. */
  pinned: boolean;
  /** RFC 8288 links. */
  links?: readonly string[];
  filename?: string;
}

/** Serves bytes with their hash as ETag, or 304 to a reader who holds them (RFC 9110 §13.1.2). */
export function serve(c: Context, served: Served): Response {
  const headers = new Headers({
    ETag: `"${served.sha256}"`,
    "Cache-Control": served.pinned ? "public, max-age=31536000, immutable" : "public, max-age=60",
  });
  if (served.links && served.links.length > 0) headers.set("Link", served.links.join(", "));
  if (holds(c.req.header("if-none-match"), served.sha256)) {
    return c.newResponse(null, { status: 304, headers });
  }
  headers.set("Content-Type", served.mediaType);
  headers.set("Content-Length", String(served.bytes.byteLength));
  if (served.filename !== undefined) {
    headers.set("Content-Disposition", `attachment; filename="${served.filename}"`);
  }
  if (served.mediaType.startsWith("image/svg")) {
    headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
  }
  return c.newResponse(served.bytes, { status: 200, headers });
}

/** Weak comparison over a list of tags: what a proxy has compressed is still the same for a reader. */
export function holds(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  return [...ifNoneMatch.matchAll(/(?:W\/)?"([^"]*)"/g)].some((match) => match[1] === tag);
}
