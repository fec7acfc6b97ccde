import { defineConfig } from "drizzle-kit";

/** `drizzle-kit generate --config migrations/drizzle.config.ts --name <meaning>` writes the registry's next migration. */
export default defineConfig({
  dialect: "turso",
  casing: "snake_case",
  schema: "./schema/tables/registry.ts",
  out: "./migrations/registry",
});
