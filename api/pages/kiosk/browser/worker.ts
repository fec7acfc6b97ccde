/** Keeps the page and its script, so that a reload works with the server gone. Ratings never pass through here. */

interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
declare const self: {
  addEventListener(name: "install" | "activate", act: (event: LifeEvent) => void): void;
  addEventListener(name: "fetch", act: (event: FetchEvent) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  registration: { scope: string };
};

const cacheName = "wanping-kiosk";
const patienceMs = 5000;

self.addEventListener("install", (event) => {
  const kept = caches.open(cacheName).then((cache) => cache.addAll(["./", "kiosk.js"]));
  event.waitUntil(kept.then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const ours = request.method === "GET" && request.url.indexOf(self.registration.scope) === 0;
  if (ours) event.respondWith(newestOrKept(request));
});

/** The server's, if it answers soon and well; else what was kept. */
async function newestOrKept(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request, { ignoreSearch: true });
  const newest = fetch(request).then((response) => {
    // A network's login page comes by a redirect, and must not take our place.
    if (!response.ok || response.redirected) throw new Error("not ours");
    void cache.put(request, response.clone());
    return response;
  });
  if (!kept) return newest;
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), patienceMs));
  return Promise.race([newest.catch(() => kept), late]);
}

export {};
