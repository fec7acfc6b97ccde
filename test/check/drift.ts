import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Generates everything again in a copy of the sources and compares: a file that differs was edited by hand, or its source
 * was edited and nobody ran `npm run generate`. Your own files stay as they are.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const needed = ["package.json", "tsconfig.json", "api", "docs", "schema", "sdk"];
const mayChange = "{api/pages,docs,schema,sdk}/**/*";

const copy = mkdtempSync(join(tmpdir(), "wanping-drift-"));
try {
  process.exitCode = report(generateAgain());
} finally {
  rmSync(copy, { recursive: true });
}

/** Names the files that generation changes, adds or removes; undefined when it does not run at all. */
function generateAgain(): string[] | undefined {
  for (const path of needed) cpSync(join(root, path), join(copy, path), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));

  const before = contents();
  const { status } = spawnSync("npm", ["run", "--silent", "generate"], {
    cwd: copy,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) return undefined;
  const after = contents();

  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .sort();
}

function contents(): Map<string, string> {
  const files = globSync(mayChange, { cwd: copy, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(copy.length + 1), readFileSync(path, "utf8")];
    }),
  );
}

function report(changed: string[] | undefined): number {
  if (changed?.length === 0) {
    console.log("Every generated file is what its source says.");
    return 0;
  }
  if (changed === undefined) {
    console.error("`npm run generate` failed; the message above says why.");
    return 1;
  }
  console.error("These generated files are not what their sources say:\n");
  for (const path of changed) console.error(`  ${path}`);
  console.error(
    "\nRun `npm run generate`, look at `git diff`, and commit the files with their sources.",
  );
  return 1;
}
