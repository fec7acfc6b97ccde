import type { TokenSource } from "../device/token-source.ts";
import { ownError } from "./error.ts";
import type { Server } from "./server.ts";
import type { Assignment } from "./storage.ts";
import { sendAuthorised } from "./tokens.ts";

/** A code for one rating on the visitor's own phone. */
export interface OpenedWindow {
  /** What to show as a QR code: the page for the phone, and the code behind `#`, which no server is told by opening it. */
  link: string;
  /** Give it to `rate()` as `code` when this visitor rates on the device after all: one of the two counts. */
  visit: string;
  expiresAt: string;
}

/** Asks for a code. Only the server can make one, so that there is none without a network. */
export async function openWindow(
  { server, tokens }: { server: Server; tokens: TokenSource },
  { unit, programme }: Assignment,
  visit?: string,
): Promise<OpenedWindow> {
  const json = { unit, programme, ...(visit !== undefined && { visit }) };
  const answer = Object(
    await sendAuthorised(server, tokens, "POST", "/v1/device/windows", { json }),
  );
  if (typeof answer.token !== "string") throw ownError("no_answer");
  const link = `${server.baseUrl}/window/#${answer.token}`;
  return { link, visit: answer.visit, expiresAt: answer.expiresAt };
}
