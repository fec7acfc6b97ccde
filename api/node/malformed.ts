import type { Server } from "node:http";
import { problemOf } from "../http/problem.ts";
import { Refusal } from "../refusal.ts";
import { systemCode } from "./failure.ts";

const lines: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
};

/** Node answers what is no HTTP with an empty 400; most often it is an address whose Chinese was not percent-encoded. */
export function explainMalformedRequests(server: Server): void {
  server.on("clientError", (error, socket) => {
    if (socket.destroyed || !socket.writable) return;
    const line = lines[systemCode(error)];
    socket.end(line === undefined ? malformed() : `HTTP/1.1 ${line}\r\nConnection: close\r\n\r\n`);
  });
}

/** Nothing of the request could be read, its language neither: the answer is in both. */
function malformed(): string {
  const refusal = new Refusal("invalid_parameter", {
    what: {
      zh: "请求行或请求头不是有效的 HTTP；网址中的中文须百分号编码。The request line or a header is not valid HTTP; percent-encode what is not ASCII in the address.",
      en: "The request line or a header is not valid HTTP; percent-encode what is not ASCII in the address.",
    },
  });
  const body = JSON.stringify(problemOf(refusal, "zh"));
  return [
    "HTTP/1.1 400 Bad Request",
    "Content-Type: application/problem+json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
    "",
    body,
  ].join("\r\n");
}
