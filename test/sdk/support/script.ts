import { exampleOf } from "../../../schema/contract/problem.ts";
import type { ProblemCode } from "../../../schema/contract/problems.ts";

type Step = Response | Error | "silence";

/** A server that answers as told, one step a request, and keeps what it was asked. */
export function createScript(...steps: Step[]) {
  const requests: { method: string; path: string; headers: Headers; body: string }[] = [];
  const scripted: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { method, headers, signal } = request;
    requests.push({
      method,
      path: new URL(request.url).pathname,
      headers,
      body: await request.text(),
    });
    const step = steps.shift();
    if (step === undefined) throw new Error("the script has ended");
    if (step instanceof Error) throw step;
    if (step === "silence") return new Promise((_, reject) => onAbort(signal, reject));
    return step;
  };
  return { fetch: scripted, requests };
}

function onAbort(signal: AbortSignal, reject: (reason: unknown) => void): void {
  if (signal.aborted) reject(signal.reason);
  signal.addEventListener("abort", () => reject(signal.reason));
}

/** A refusal as the server writes it. */
export function problem(code: ProblemCode, headers: Record<string, string> = {}): Response {
  const body = exampleOf(code);
  return new Response(JSON.stringify({ ...body, requestId: "request-1" }), {
    status: body.status,
    headers: { "content-type": "application/problem+json", ...headers },
  });
}

/** An answer that breaks off after its headers and a few bytes. */
export function brokenOff(): Response {
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"items":['));
      controller.error(new Error("connection reset"));
    },
  });
  return new Response(stream, { headers: { "content-type": "application/json" } });
}
