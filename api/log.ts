/** Fields that a log line may have: never a body, an address, a code, a token, or a device beside a ballot. */
export interface LogFields {
  requestId?: string;
  /** The route's pattern, not the path that was asked for. */
  route?: string;
  message?: string;
  round?: string;
  durationMilliseconds?: number;
}

/** One line of JSON on the console, as every runtime collects it. */
export function logError(event: string, fields: LogFields): void {
  // biome-ignore lint/suspicious/noConsole: the one place that writes the log.
  console.error(JSON.stringify({ level: "error", event, ...fields }));
}
