import { createServer } from "node:http";
import { announce } from "./announce.ts";

/** As little as published bytes need: one address, the bytes and their hash, and 304 for whoever has them. */
const { BYTES = "", ETAG: etag = "", ADDRESS: address } = process.env;
const bytes = Buffer.from(BYTES, "base64");
const cacheControl = "public, max-age=60";

const server = createServer((request, response) => {
  if (request.url !== address) {
    response.writeHead(404).end();
  } else if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, { etag, "cache-control": cacheControl }).end();
  } else {
    response.writeHead(200, {
      etag,
      "cache-control": cacheControl,
      "content-type": "application/json",
      "content-length": bytes.byteLength,
    });
    response.end(bytes);
  }
});
announce(server);
