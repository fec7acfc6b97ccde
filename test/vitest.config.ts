import { fileURLToPath } from "node:url";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
const patience = { testTimeout: 30_000, hookTimeout: 60_000 };

/** Two projects in one run: everything under Node, and the Worker's own tests inside workerd. */
export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    coverage: {
      provider: "v8",
      reportsDirectory: "coverage",
      include: ["api/**/*.ts", "schema/**/*.ts", "sdk/**/*.ts"],
      exclude: ["sdk/generated/**"],
    },
    projects: [
      {
        root,
        test: {
          name: "node",
          include: ["test/**/*.test.ts"],
          exclude: ["test/workerd/**", "test/browser/**"],
          ...patience,
        },
      },
      {
        root,
        plugins: [
          cloudflareTest(({ inject }) => ({
            wrangler: { configPath: `${root}wrangler.toml` },
            miniflare: { bindings: inject("edge") },
          })),
        ],
        test: {
          name: "workerd",
          include: ["test/workerd/**/*.test.ts"],
          globalSetup: "test/workerd/setup.ts",
          ...patience,
        },
      },
    ],
  },
});
