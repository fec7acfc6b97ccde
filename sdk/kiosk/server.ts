import type { Clock } from "../clock.ts";
import { retryAfterMs } from "../transport/wait.ts";
import { KioskError, ownError, type Retry } from "./error.ts";

export interface ServerSettings {
  baseUrl: string;
  fetch: typeof fetch;
  clock: Clock;
  timeoutMs: number;
  language: "zh" | "en";
  /** Told the server's clock with every answer. */
  onServerTime: (time: number) => void;
}

export interface Sending {
  json?: object;
  form?: Record<string, string>;
  token?: string;
}

export type Server = ReturnType<typeof createServer>;

/** One request, one answer or one reason why not; patience is the sender's business. */
export function createServer(settings: ServerSettings) {
  const { clock, timeoutMs, baseUrl } = settings;

  async function answerTo(path: string, init: RequestInit): Promise<[Response, unknown]> {
    const late = new AbortController();
    const answered = new AbortController();
    clock.sleep(timeoutMs, answered.signal).then(
      () => late.abort(),
      () => undefined,
    );
    try {
      const response = await settings.fetch(baseUrl + path, { ...init, signal: late.signal });
      const time = Date.parse(response.headers.get("date") ?? "");
      if (time) settings.onServerTime(time);
      // A network's login page does not parse, and so counts as no answer.
      return [response, await response.json()];
    } catch (_) {
      throw ownError("no_answer");
    } finally {
      answered.abort();
    }
  }

  return {
    baseUrl,
    async send(method: "GET" | "POST", path: string, sending: Sending = {}): Promise<unknown> {
      const { json, form, token } = sending;
      const headers: Record<string, string> = { "accept-language": settings.language };
      if (token) headers.authorization = `Bearer ${token}`;
      if (json) headers["content-type"] = "application/json";
      const body = json ? JSON.stringify(json) : form && new URLSearchParams(form);
      const [response, answer] = await answerTo(path, { method, headers, ...(body && { body }) });
      if (response.ok) return answer;
      throw refusalOf(answer, response.status, waitOf(response, clock));
    },
  };
}

function waitOf(response: Response, clock: Clock): number | undefined {
  return retryAfterMs(response.headers, clock.now());
}

/** A problem document as an error; anything else means that no Wanping answered. */
export function refusalOf(problem: unknown, status: number, waitMs?: number): KioskError {
  const { code, detail, retry } = Object(problem);
  if (typeof code !== "string" || typeof detail !== "string") return ownError("no_answer");
  return new KioskError(code, detail, isRetry(retry) ? retry : "later", status, waitMs);
}

function isRetry(value: unknown): value is Retry {
  return value === "never" || value === "after-fix" || value === "later";
}
