import type { ServerType } from "@hono/node-server";

/** Listens on any free port and tells the parent where. */
export function announce(server: ServerType, tokens: string[] = []): void {
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port was bound");
    process.send?.({ address: `http://127.0.0.1:${address.port}`, tokens });
  });
}
