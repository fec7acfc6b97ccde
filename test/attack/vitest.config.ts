import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Attacks take minutes and the whole machine: `npm run attack`, one file at a time, never with the tests. */
export default defineConfig({
  root,
  test: {
    name: "attack",
    include: ["test/attack/**/*.attack.ts"],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 60_000,
    reporters: ["verbose"],
  },
});
