import { z } from "zod";
import type { Mistake } from "./mistakes.ts";
import type { Surroundings } from "./rig.ts";

const Json = z.record(z.string(), z.unknown());

export interface Answer {
  /** 0 where nobody answered in JSON. */
  status: number;
  json: Record<string, unknown>;
  retryAfter: string | null;
}

/** How the careless device talks, and the server's time as it learned it by that. */
export function createLine(
  { baseUrl, fetch, now }: Surroundings,
  makes: (mistake: Mistake) => boolean,
) {
  let slowMs = 0;

  async function ask(path: string, init: RequestInit): Promise<Answer> {
    try {
      const response = await fetch(baseUrl + path, { method: "POST", ...init });
      const { status, headers } = response;
      if (!makes("ignoresDate")) slowMs = Date.parse(headers.get("date") ?? "") - now();
      const isJson = /json/.test(headers.get("content-type") ?? "");
      if (!isJson && makes("takesAnyPageForReceipt")) return { status, json: {}, retryAfter: null };
      const json = Json.parse(await response.json());
      return { status, json, retryAfter: headers.get("retry-after") };
    } catch {
      return { status: 0, json: {}, retryAfter: null };
    }
  }

  return {
    serverTime: () => now() + slowMs,
    post: (path: string, body: object, token?: string) =>
      ask(path, {
        body: JSON.stringify(body),
        headers: {
          "content-type": "application/json",
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
      }),
    postForm: (path: string, form: Record<string, string>) =>
      ask(path, { body: new URLSearchParams(form) }),
    /** The time of the device's clock until which an answer asks to wait. */
    untilOf(retryAfter: string | null): number | undefined {
      if (retryAfter === null) return undefined;
      if (/^\d+$/.test(retryAfter)) return now() + Number(retryAfter) * 1000;
      return makes("readsSecondsOnly") ? undefined : Date.parse(retryAfter) - slowMs;
    },
  };
}
