import { fileURLToPath } from "node:url";
import { startVitest } from "vitest/node";

/** `npm run attack [-- name…]`: every attack that must fail. */
const config = fileURLToPath(new URL("vitest.config.ts", import.meta.url));
const vitest = await startVitest("test", process.argv.slice(2), { config, run: true });
await vitest.close();
