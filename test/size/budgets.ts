/** What may weigh how much, and what old kiosks understand. A script that outgrows its line fails `npm run size`. */
export interface Budget {
  what: string;
  entry: string;
  mostBytesGzipped: number;
  /** `kiosk`: syntax of 2015 and functions of Chrome 67. */
  runsOn: "kiosk" | "today";
}

const kilobyte = 1024;

export const budgets: Budget[] = [
  {
    what: "kiosk SDK with its queue",
    entry: "sdk/kiosk/index.ts",
    mostBytesGzipped: 10 * kilobyte,
    runsOn: "kiosk",
  },
  {
    what: "kiosk page, SDK included",
    entry: "api/pages/kiosk/browser/main.ts",
    mostBytesGzipped: 12 * kilobyte,
    runsOn: "kiosk",
  },
  {
    what: "kiosk page's QR code, loaded with the first code",
    entry: "api/pages/kiosk/browser/qr.ts",
    mostBytesGzipped: 3 * kilobyte,
    runsOn: "kiosk",
  },
  {
    what: "phone page behind a code",
    entry: "api/pages/window/browser/main.ts",
    mostBytesGzipped: 10 * kilobyte,
    runsOn: "kiosk",
  },
  {
    what: "kiosk page's service worker",
    entry: "api/pages/kiosk/browser/worker.ts",
    mostBytesGzipped: kilobyte,
    runsOn: "kiosk",
  },
  {
    // Cloudflare takes 3 MB and starts a Worker within a second; whatever it takes to start, the first request of every isolate waits
    // for. Minified; wrangler sends about two fifths more, since it leaves names as they are.
    what: "the Worker",
    entry: "api/worker.ts",
    mostBytesGzipped: 400 * kilobyte,
    runsOn: "today",
  },
];

/** Global names that came after Chrome 67. */
export const laterGlobals = new Set([
  "AggregateError",
  "BigInt",
  "CompressionStream",
  "FinalizationRegistry",
  "WeakRef",
  "globalThis",
  "queueMicrotask",
  "structuredClone",
]);

/** Members, of whatever object, that came after Chrome 67. */
export const laterMembers = new Set([
  "allSettled",
  "any",
  "at",
  "findLast",
  "findLastIndex",
  "flat",
  "flatMap",
  "fromEntries",
  "groupBy",
  "hasOwn",
  "matchAll",
  "randomUUID",
  "replaceAll",
  "replaceChildren",
  "throwIfAborted",
  "timeout",
  "toReversed",
  "toSorted",
  "withResolvers",
]);
