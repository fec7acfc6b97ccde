import { exact } from "../../../api/domain/scoring.ts";

type Value = ReturnType<typeof exact>;

/** Works out a formula of a trace: numbers, brackets, + - × /, max and min; nothing else may stand in one. */
export function evaluate(formula: string): Value {
  const tokens = formula.match(/\d+(\.\d+)?|max|min|[-+×/(),]/g) ?? [];
  if (tokens.join("") !== formula) throw new Error(`not a formula: ${formula}`);
  let at = 0;
  const take = (token: string) => {
    if (tokens[at] !== token) throw new Error(`${token} expected in ${formula}`);
    at += 1;
  };
  const sum = (): Value => {
    let value = product();
    while (tokens[at] === "+" || tokens[at] === "-") {
      const minus = tokens[at] === "-";
      at += 1;
      const next = product();
      value = minus ? value.sub(next) : value.add(next);
    }
    return value;
  };
  const product = (): Value => {
    let value = factor();
    while (tokens[at] === "×" || tokens[at] === "/") {
      const over = tokens[at] === "/";
      at += 1;
      const next = factor();
      value = over ? value.div(next) : value.mul(next);
    }
    return value;
  };
  const factor = (): Value => {
    const token = tokens[at] ?? "";
    at += 1;
    if (token === "-") return factor().neg();
    if (token === "(") return closed(sum());
    if (token === "max" || token === "min") return extreme(token);
    return exact(token);
  };
  const closed = (value: Value): Value => {
    take(")");
    return value;
  };
  const extreme = (which: "max" | "min"): Value => {
    take("(");
    const left = sum();
    take(",");
    const right = closed(sum());
    return left.gt(right) === (which === "max") ? left : right;
  };
  const value = sum();
  if (at !== tokens.length) throw new Error(`something is left of ${formula}`);
  return value;
}
