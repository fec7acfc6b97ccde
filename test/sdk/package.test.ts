import { globSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { type ServerType, serve } from "@hono/node-server";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDevice, putAssignments } from "../../sdk/index.ts";
import { programme } from "../support/seed.ts";
import { createSdkApp, type SdkApp } from "./support/app.ts";
import { installPackage, run, systemNode, tool } from "./support/package.ts";

let api: SdkApp;
let server: ServerType;
let address: string;
let sdk: Awaited<ReturnType<typeof installPackage>>;

// Compiling twice takes its time on a busy machine.
beforeAll(async () => {
  api = await createSdkApp();
  sdk = await installPackage();
  address = await new Promise((resolve) => {
    server = serve({ fetch: api.app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}`),
    );
  });
}, 300_000);
afterAll(async () => {
  server.close();
  sdk.remove();
  await api.close();
});

/** The examples of the README as they stand there: TypeScript without a type in it, which is JavaScript as well. */
function examples(): string[] {
  const readme = readFileSync(join(sdk.installed, "README.md"), "utf8");
  return [...readme.matchAll(/```(?:js|ts)\n(.*?)```/gs)].map(([, code = ""]) => code);
}

async function runExample(code: string): Promise<string[]> {
  const file = join(sdk.consumer, "example.js");
  writeFileSync(file, code.replace("https://wanping.example", address));
  return (await run(systemNode(), [file], sdk.consumer)).trim().split("\n");
}

test("the README's first example runs from the installed package on the system's Node", async () => {
  const [code = ""] = examples();
  expect(await runExample(code)).toEqual([
    "unit-001 窗口 unit-001",
    "unit-002 窗口 unit-002",
    "unit-003 窗口 unit-003",
    expect.stringMatching(/^unknown_unit never There is no such unit/),
  ]);
});

test("the README's device enrols and casts a ballot that counts", async () => {
  const client = api.organiser;
  const { enrolmentCode } = await createDevice({ client, body: { id: "device-01", label: "1" } });
  await putAssignments({
    client,
    path: { device: "device-01" },
    body: { assignments: [{ unit: "unit-001", programme, from: "2020-06-01" }] },
  });
  const [, code = ""] = examples();
  const lines = await runExample(
    code
      .replace("ABCDEFGH23456777", enrolmentCode)
      // The test's server lives in June 2020; the device's wrong clock is what Date corrects.
      .replace("new Date().toISOString()", '"2020-06-01T09:00:00+08:00"'),
  );
  expect(lines).toEqual(["recorded counted"]);
  expect(await api.countedBallots()).toBe(1);
});

/** Compiles files as a strict consumer does, without our own types at hand. */
async function compile(...files: string[]): Promise<void> {
  const options = "--noEmit --strict --skipLibCheck false --target es2022 --module nodenext";
  const lib = ["--lib", "es2023,dom,dom.iterable,dom.asynciterable"];
  await run(tool("tsc"), [...options.split(" "), ...lib, ...files], sdk.consumer);
}

test("every example of the README compiles as TypeScript", async () => {
  const files = examples().map((code, index) => {
    const name = `example-${index + 1}.ts`;
    writeFileSync(join(sdk.consumer, name), code);
    return name;
  });
  expect(files.length).toBeGreaterThanOrEqual(3);
  await compile(...files);
});

test("a consumer's strict TypeScript compiles against it, without our own types at hand", async () => {
  const code = `
    import { createWanping, each, listUnits, type Unit } from "@wanping/sdk";
    import { openKiosk, type QueueStatus } from "@wanping/sdk/kiosk";
    import { createKiosk, openFile } from "@wanping/sdk/kiosk/node";
    import { downloadRelease, verify } from "@wanping/sdk/verify";
    const client = createWanping({ baseUrl: "https://wanping.example" });
    for await (const unit of each(listUnits, { client })) {
      const held: Unit = unit;
      const name: string = held.name;
      // @ts-expect-error: items are typed, so that this is a mistake
      const wrong: number = unit.name;
      console.log(name, wrong);
    }
    const kiosk = await createKiosk({ baseUrl: "", storage: await openFile("kiosk.json") });
    const status: QueueStatus = await kiosk.queue.status();
    const identical: number = verify(await downloadRelease({ baseUrl: "", round: "" })).counts.identical;
    // @ts-expect-error: counts are numbers
    const words: string = verify(await downloadRelease({ baseUrl: "", round: "" })).counts.identical;
    console.log(openKiosk, status.pending, identical, words);`;
  writeFileSync(join(sdk.consumer, "consumer.ts"), code);
  await compile("consumer.ts");
});

test("nothing in the package refers to anything outside it", () => {
  const files = globSync("dist/**/*.{js,mjs,d.ts}", { cwd: sdk.installed });
  expect(files.length).toBeGreaterThan(10);
  const outside = files.flatMap((file) => {
    const text = readFileSync(join(sdk.installed, file), "utf8");
    const targets = [...text.matchAll(/(?:from|import\()\s*["']([^"']+)["']/g)];
    return targets
      .map(([, target = ""]) => target)
      .filter((it) => (it.startsWith(".") ? escapes(file, it) : !isForeseen(file, it)))
      .map((target) => `${file}: ${target}`);
  });
  expect(outside).toEqual([]);
});

/** The one dependency; and Node itself, in the entry for Node. */
function isForeseen(file: string, target: string): boolean {
  return target === "fraction.js" || (file === "dist/kiosk/node.js" && target.startsWith("node:"));
}

function escapes(file: string, target: string): boolean {
  return relative("dist", join(dirname(file), target)).startsWith("..");
}

test("one operation bundles without the others", async () => {
  const bundle = await build({
    stdin: {
      contents: `import { createWanping, getUnit } from "@wanping/sdk";
        globalThis.ask = (baseUrl, unit) => getUnit({ client: createWanping({ baseUrl }), path: { unit } });`,
      resolveDir: sdk.consumer,
    },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  const [file] = bundle.outputFiles;
  expect(file?.text).toContain("/v1/units/{unit}");
  expect(file?.text).not.toMatch(/v1\/(rounds|programmes|devices)|client_assertion|generateKey/);
  expect(gzipSync(file?.contents ?? "").length).toBeLessThan(6 * 1024);
});

test("verification runs from the installed package on the system's Node", async () => {
  const lines = await runExample(`
    import { downloadRelease, verify } from "@wanping/sdk/verify";
    const release = downloadRelease({ baseUrl: "${address}", round: "june" });
    await release.then(verify).catch((error) => console.log(error.name, error.code));`);
  expect(lines).toEqual([expect.stringMatching(/^DownloadError /)]);
});

test("the kiosk's script defines one global, and needs no module system", async () => {
  const script = readFileSync(join(sdk.installed, "dist/kiosk.js"), "utf8");
  const names = new Function(`${script}; return Object.keys(WanpingKiosk);`)();
  expect(names).toEqual(expect.arrayContaining(["openKiosk", "createKiosk", "KioskError"]));
});

test("publint and arethetypeswrong find nothing to say about the package", async () => {
  const lint = await run(tool("publint"), ["run", "--strict", sdk.archive], sdk.consumer);
  expect(lint).toContain("All good!");
  // It ends with a failure unless every way to import the package is sound.
  await run(tool("attw"), [sdk.archive, "--profile", "esm-only"], sdk.consumer);
});
