import { expect, test } from "vitest";
import { publicOriginFrom } from "../../api/public-origin.ts";

test.each([
  ["https://wanping.example", "https://wanping.example"],
  ["https://Wanping.Example:443/", "https://wanping.example"],
  ["https://wanping.example:8443", "https://wanping.example:8443"],
  ["http://127.0.0.1:8787", "http://127.0.0.1:8787"],
  ["http://[::1]:8787", "http://[::1]:8787"],
])("%s is an origin that clients may be sent to", (text, origin) => {
  expect(publicOriginFrom(text)).toBe(origin);
});

test.each([
  "http://wanping.example",
  "http://127.0.0.1.wanping.example",
  "https://wanping.example/county",
  "https://name:word@wanping.example",
  "https://wanping.example?x",
  "wanping.example",
  "file:///data",
])("%s is none", (text) => {
  expect(publicOriginFrom(text)).toBeUndefined();
});
