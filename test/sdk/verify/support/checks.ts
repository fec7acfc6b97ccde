import type { Check, Verification } from "../../../../sdk/verify/index.ts";

/** Every check of a verification, with its unit. */
export function checksOf({ whole, units }: Verification): (Check & { unit: string })[] {
  return [whole, ...units].flatMap(({ unit, checks }) =>
    checks.map((check) => ({ ...check, unit })),
  );
}

/** Where something differs, as `unit figure`. */
export function differing(verification: Verification): string[] {
  return checksOf(verification)
    .filter(({ verdict }) => verdict === "different")
    .map(({ unit, figure }) => `${unit} ${figure}`.trim());
}
