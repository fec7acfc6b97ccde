import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

/** Kilobytes of a browser's download; more needs a reason. */
const most = 26;

test("in a browser, verification is the rules and exact numbers: small, and no server", async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: ["sdk/verify/index.ts"],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
    metafile: true,
  });
  const packages = Object.keys(metafile.inputs)
    .filter((path) => path.includes("node_modules/"))
    .map((path) => path.split("node_modules/")[1]?.split("/")[0]);
  expect(new Set(packages)).toEqual(new Set(["fraction.js"]));
  const [file] = outputFiles;
  expect(gzipSync(file?.contents ?? "").length).toBeLessThan(most * 1024);
});
