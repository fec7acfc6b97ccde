import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { createRouter } from "../http/router.ts";

const utf8 = new TextEncoder();

/** What a page with scripts of its own may do: its style sheet as it is, its scripts, and this server. */
export function policyFor(styles: string): string {
  const styleHash = btoa(String.fromCharCode(...sha256(utf8.encode(styles))));
  return `default-src 'none'; script-src 'self'; style-src 'sha256-${styleHash}'; img-src data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

/** The scripts of a page under its folder, asked for again only when they have changed. */
export function scriptRoutes(
  folder: string,
  policy: string,
  scripts: Readonly<Record<string, string>>,
) {
  const router = createRouter();
  for (const [name, script] of Object.entries(scripts)) {
    const tag = `"${bytesToHex(sha256(utf8.encode(script)))}"`;
    router.get(`${folder}${name}`, (c) => {
      // A worker is held to the policy that it came with, not to the page's.
      c.header("Content-Security-Policy", policy);
      c.header("ETag", tag);
      c.header("Cache-Control", "no-cache");
      if (c.req.header("if-none-match") === tag) return c.body(null, 304);
      return c.body(script, 200, { "Content-Type": "text/javascript; charset=utf-8" });
    });
  }
  return router;
}
