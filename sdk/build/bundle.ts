import { build } from "esbuild";

/** What old kiosks understand: the language of 2015, and the functions of Chrome 67, which this does not add. */
const target = "es2015";

/** One script of a module and all that it imports, minified. As `iife` it needs no modules; `name` makes it global. */
export async function bundle(
  entry: string,
  options: { format: "iife" | "esm"; name?: string; target?: string; packages?: "external" },
): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    charset: "utf8",
    format: options.format,
    target: options.target ?? target,
    write: false,
    ...(options.packages && { packages: options.packages }),
    ...(options.name !== undefined && { globalName: options.name }),
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`esbuild made nothing of ${entry}`);
  return file.text;
}
