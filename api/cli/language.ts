/** The terminal's language. */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): "zh" | "en" {
  const language = LC_ALL || LC_MESSAGES || LANG || "";
  return language.toLowerCase().startsWith("zh") ? "zh" : "en";
}
