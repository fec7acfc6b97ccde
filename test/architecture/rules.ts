import { matchesGlob } from "node:path/posix";
import type { Import, Source } from "./source.ts";

/** Who may import whom, as data: a rule looks at the files of `where`, and says which imports it refuses. */
export interface Rule {
  says: string;
  where: string[];
  except?: string[];
  refuses: (imported: Import) => boolean;
}

const within = (folder: string) => (imported: Import) => imported.target.startsWith(`${folder}/`);
const isOurs = (imported: Import) =>
  /^(api|schema|sdk|test|migrations|\.\.)\//.test(imported.target);
const isPackage =
  (...names: string[]) =>
  (imported: Import) =>
    names.some((name) => imported.target === name || imported.target.startsWith(`${name}/`));

const inDomain = within("api/domain");
const inSdk = within("sdk");
const inStore = within("api/store");
const isProgramme = ({ target }: Import) =>
  target === "schema/programme.ts" || target.startsWith("schema/programme/");
const isNode = ({ target }: Import) => target.startsWith("node:");
const isExact = isPackage("fraction.js", "@noble/hashes");
const ofSdk = isPackage("@cloudflare/blindrsa-ts", "@noble/hashes");

export const rules: Rule[] = [
  {
    says: "domain imports itself, types of the programme, exact numbers and hashes",
    where: ["api/domain/**"],
    refuses: (imported) =>
      !(inDomain(imported) || isExact(imported) || (isProgramme(imported) && imported.typeOnly)),
  },
  {
    says: "schema imports neither api nor sdk",
    where: ["schema/**"],
    refuses: (imported) => isOurs(imported) && !within("schema")(imported),
  },
  {
    says: "use cases see types of the store only",
    where: ["api/use-cases/**"],
    refuses: (imported) => inStore(imported) && !imported.typeOnly,
  },
  {
    says: "routes do not know the store",
    where: ["api/routes/**"],
    except: ["api/routes/services.ts"],
    refuses: inStore,
  },
  {
    says: "what the routes are built with is handed through, never called",
    where: ["api/routes/services.ts"],
    refuses: (imported) => inStore(imported) && !imported.typeOnly,
  },
  {
    says: "the public recomputes with the rules of the server, and shares nothing else with it",
    where: ["sdk/verify/**", "sdk/verify.ts"],
    refuses: (imported) => isOurs(imported) && !inSdk(imported) && !inDomain(imported),
  },
  {
    says: "the SDK stands alone",
    where: ["sdk/**"],
    except: ["sdk/verify/**", "sdk/verify.ts", "sdk/build/**", "sdk/openapi-ts.config.ts"],
    refuses: (imported) => !(inSdk(imported) || ofSdk(imported) || isNode(imported)),
  },
  {
    says: "what is delivered does not depend on tests",
    where: ["api/**", "schema/**", "sdk/**"],
    refuses: within("test"),
  },
  {
    says: "only the entries for Node use Node's modules",
    where: ["api/**", "schema/**", "sdk/**"],
    except: [
      "api/node.ts",
      "api/node/**",
      "api/cli.ts",
      "api/cli/**",
      "api/demo/**",
      "api/store/*embedded*{,/**}",
      "schema/generate*{,/**}",
      "sdk/openapi-ts.config.ts",
      "api/pages/generate.ts",
      "sdk/build/**",
      "sdk/kiosk/node*{,/**}",
      "sdk/verify/cli*{,/**}",
    ],
    refuses: isNode,
  },
];

/** Modules that a file must not load, however long the way: an indirect import ships as well as a direct one. */
export const reaches = [
  { from: "api/app.ts", refuses: isPackage("libsql", "@libsql", "drizzle-orm/libsql") },
  {
    from: "api/worker.ts",
    refuses: (imported: Import) =>
      isNode(imported) ||
      isPackage("libsql", "@hono/node-server", "cli-progress")(imported) ||
      (isPackage("@libsql")(imported) && imported.target !== "@libsql/client/web"),
  },
];

const environment = /\bprocess\.env\b|\bimport\.meta\.env\b|["']cloudflare:workers["']/;
const readersOfEnvironment = ["node", "worker", "cli"].flatMap((entry) => [
  `api/${entry}.ts`,
  `api/${entry}/**`,
]);

export function violations(sources: Source[]): string[] {
  return [
    ...sources.flatMap((source) => rules.flatMap((rule) => brokenBy(source, rule))),
    ...sources.filter(readsEnvironment).map(({ path }) => `${path} reads the environment`),
    ...reaches.flatMap(({ from, refuses }) =>
      [...reachable(sources, from)]
        .filter((target) => refuses({ target, typeOnly: false }))
        .map((target) => `${from} reaches ${target}`),
    ),
  ];
}

function brokenBy({ path, imports }: Source, rule: Rule): string[] {
  if (!matches(path, rule.where) || matches(path, rule.except ?? [])) return [];
  return imports
    .filter(rule.refuses)
    .map(({ target }) => `${path} imports ${target}, but ${rule.says}`);
}

function readsEnvironment({ path, text }: Source): boolean {
  return (
    !path.startsWith("test/") && !matches(path, readersOfEnvironment) && environment.test(text)
  );
}

/** Files and packages that loading `from` loads, through any number of our own files. */
function reachable(sources: Source[], from: string): Set<string> {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const seen = new Set<string>([from]);
  for (const path of seen) {
    for (const { target, typeOnly } of byPath.get(path)?.imports ?? []) {
      if (!typeOnly) seen.add(target);
    }
  }
  return seen;
}

function matches(path: string, patterns: string[]): boolean {
  return patterns.some((pattern) => matchesGlob(path, pattern));
}
