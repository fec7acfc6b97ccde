import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { organiserKey, publicPart } from "../../api/node/secrets.ts";
import { openEmbeddedStore } from "../../api/store/open-embedded.ts";
import { startHranaServer } from "./hrana-server.ts";

/**
 * `npm run dev:edge`: the Worker as wrangler runs it, on two "remote" databases that this process serves from data/edge.
 * Slow, and not for measuring.
 */
const folder = "data/edge";
const secretsFile = ".dev.vars";

mkdirSync(folder, { recursive: true });
if (!existsSync(secretsFile)) writeFileSync(secretsFile, await newSecrets(), { mode: 0o600 });
const secrets = parseEnv(readFileSync(secretsFile, "utf8"));

await (await openEmbeddedStore(folder)).close();
const serve = (name: string, token: string | undefined, port: number) =>
  startHranaServer({ file: `${folder}/${name}.db`, token: token ?? "", port });
const databases = await Promise.all([
  serve("registry", secrets.REGISTRY_TOKEN, 8081),
  serve("urn", secrets.URN_TOKEN, 8082),
]);

const words = ["dev", "--config", "wrangler.toml", "--ip", "127.0.0.1", "--port", "8787"];
const wrangler = spawn("wrangler", [...words, ...process.argv.slice(2)], { stdio: "inherit" });
process.on("SIGINT", () => wrangler.kill("SIGINT"));
process.on("SIGTERM", () => wrangler.kill("SIGTERM"));
wrangler.on("exit", (code) => {
  process.exitCode = code ?? 1;
  for (const database of databases) void database.close();
});

/** For this machine only: git ignores the file. `DATA_DIR=data/edge npx wanping token` makes tokens that it accepts. */
async function newSecrets(): Promise<string> {
  const random = ["REGISTRY_TOKEN", "URN_TOKEN", "MASTER_SECRET"].map(
    (name) => `${name}=${randomBytes(32).toString("base64url")}\n`,
  );
  const organiser = JSON.stringify(publicPart(await organiserKey(folder)));
  return `${random.join("")}ORGANISER_PUBLIC_JWK='${organiser}'\n`;
}
