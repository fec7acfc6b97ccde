/** Whether only this machine can be meant by such a host name or address. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host);
}

/** What `PUBLIC_ORIGIN` may be: scheme, host and port, with TLS except on this machine. Undefined for anything else. */
export function publicOriginFrom(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || `${url.origin}/` !== url.href) return undefined;
  const safe = url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
  return safe ? url.origin : undefined;
}

/**
 * Where clients reach this service: what assertions are addressed to, and the base of every printed address. A `Host` header is
 * anybody's to write, so without a public origin it is believed only where it names this machine: else a relay could have a
 * device sign for the relay and pass that on under its own name.
 */
export function originOf(publicOrigin: string | undefined, requestUrl: string): string {
  if (publicOrigin !== undefined) return publicOrigin;
  const { origin, hostname } = new URL(requestUrl);
  return isLoopback(hostname) ? origin : "http://localhost";
}
