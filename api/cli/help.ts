import { commands } from "./commands.ts";

/** What there is to call, in both languages. */
export function help(): string {
  const lines = commands.map(
    ({ usage, about }) => `  wanping ${usage}\n      ${about.zh}\n      ${about.en}`,
  );
  return [
    "万评 Wanping",
    "",
    ...lines,
    "",
    "  环境变量 Environment: PORT (8787), HOST (127.0.0.1), DATA_DIR (data), REGISTRY_URL, REGISTRY_TOKEN, URN_URL, URN_TOKEN, MASTER_SECRET",
  ].join("\n");
}
