import { type ZodError, z } from "zod";
import { type Fault, Refusal } from "../refusal.ts";

/** What `rule` of the contract attaches to a refinement. */
const Rule = z.object({ code: z.string(), zh: z.string(), en: z.string() });

type Issue = ZodError["issues"][number];

/** RFC 6901: `~` and `/` are escaped. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

/** What the contract found wrong with a request, as a refusal with a pointer for each fault. */
export function refusalOf(issues: readonly Issue[], target: string): Refusal {
  if (target === "json" || target === "form") {
    return new Refusal("invalid_body", {
      errors: issues.flatMap((issue) => faultsOf(issue, "")).slice(0, 100),
    });
  }
  const place = target === "param" ? "#/path" : `#/${target}`;
  const errors = issues.flatMap((issue) => faultsOf(issue, place)).slice(0, 100);
  const cursor = errors.every(({ pointer }) => pointer === "#/query/cursor");
  return new Refusal(cursor ? "invalid_cursor" : "invalid_parameter", { errors });
}

/** One issue may name several unknown fields; each gets its own pointer. */
export function faultsOf(issue: Issue, place: string): Fault[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      pointer: place + pointerOf([...issue.path, key]),
      code: "unknown_field",
      detail: { zh: `约定中没有字段“${key}”`, en: `The contract knows no field "${key}"` },
    }));
  }
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const nearest = issue.errors.reduce((best, next) => (next.length < best.length ? next : best));
    return nearest.flatMap((inner) =>
      faultsOf({ ...inner, path: [...issue.path, ...inner.path] }, place),
    );
  }
  return [{ pointer: place + pointerOf(issue.path), ...describe(issue) }];
}

/** The input itself is not told, since it may hold what nobody should read twice; only of which type it was. */
function received(message: string): string | undefined {
  return /, received (\w+)$/.exec(message)?.[1];
}

const unfit = {
  code: "invalid",
  detail: { zh: "不符合约定", en: "Does not fit the contract" },
};

function describe(issue: Issue): Omit<Fault, "pointer"> {
  switch (issue.code) {
    case "invalid_type":
      return received(issue.message) === "undefined"
        ? { code: "missing", detail: { zh: "缺少该字段", en: "This field is missing" } }
        : {
            code: "wrong_type",
            detail: {
              zh: `类型应为 ${issue.expected}`,
              en: `The type should be ${issue.expected}`,
            },
          };
    case "too_big":
      return {
        code: "too_big",
        detail: { zh: `不得超过 ${issue.maximum}`, en: `At most ${issue.maximum}` },
      };
    case "too_small":
      return {
        code: "too_small",
        detail: { zh: `不得少于 ${issue.minimum}`, en: `At least ${issue.minimum}` },
      };
    case "invalid_value":
      return {
        code: "not_one_of",
        detail: {
          zh: `应为以下之一：${issue.values.join("、")}`,
          en: `Should be one of: ${issue.values.join(", ")}`,
        },
      };
    case "invalid_format":
      return {
        code: "wrong_format",
        detail: { zh: "格式不符", en: "The format is not the one asked for" },
      };
    case "custom": {
      const rule = Rule.safeParse(issue.params);
      if (!rule.success) return unfit;
      const { code, zh, en } = rule.data;
      return { code, detail: { zh, en } };
    }
    default:
      return unfit;
  }
}
