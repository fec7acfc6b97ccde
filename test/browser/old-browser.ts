import type { BrowserContext } from "playwright-core";

/** Takes away what came after Chrome 67, as far as a script can tell. */
export function makeOld(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    const later: [object, string[]][] = [
      [Object, ["fromEntries", "groupBy", "hasOwn"]],
      [Array.prototype, ["flat", "flatMap", "at", "findLast", "toSorted", "toReversed"]],
      [String.prototype, ["matchAll", "replaceAll", "at"]],
      [Promise, ["allSettled", "any", "withResolvers", "try"]],
      [AbortSignal, ["timeout", "any", "abort"]],
      [AbortSignal.prototype, ["throwIfAborted", "reason"]],
      [Crypto.prototype, ["randomUUID"]],
      [Element.prototype, ["replaceChildren", "ariaLabel"]],
      [Response, ["json"]],
      [window, ["globalThis", "queueMicrotask", "structuredClone", "WeakRef", "BigInt"]],
    ];
    for (const [owner, names] of later) {
      for (const name of names) Reflect.deleteProperty(owner, name);
    }
  });
}
