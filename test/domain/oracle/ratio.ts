/** Exact fractions for the oracles alone: they share no arithmetic with the engine. Always reduced, `under` above zero. */
export interface Ratio {
  readonly over: bigint;
  readonly under: bigint;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : greatestDivisor(b, a % b);
}

export function ratio(over: bigint, under = 1n): Ratio {
  if (under === 0n) throw new Error("A fraction over nothing.");
  const by = (under < 0n ? -1n : 1n) * greatestDivisor(over, under);
  return { over: over / by, under: under / by };
}

/** What the author of a decimal wrote: 0.1 is a tenth. */
export function decimal(value: number): Ratio {
  const [whole = "0", part = ""] = String(value).split(".");
  return ratio(BigInt(whole + part), 10n ** BigInt(part.length));
}

export const zero = ratio(0n);
export const plus = (a: Ratio, b: Ratio) =>
  ratio(a.over * b.under + b.over * a.under, a.under * b.under);
export const minus = (a: Ratio, b: Ratio) => plus(a, ratio(-b.over, b.under));
export const times = (a: Ratio, b: Ratio) => ratio(a.over * b.over, a.under * b.under);
export const divided = (a: Ratio, b: Ratio) => ratio(a.over * b.under, a.under * b.over);
export const less = (a: Ratio, b: Ratio) => a.over * b.under < b.over * a.under;
export const atLeast = (a: Ratio, floor: Ratio) => (less(a, floor) ? floor : a);
export const atMost = (a: Ratio, cap: Ratio) => (less(cap, a) ? cap : a);
export const sum = (all: readonly Ratio[]) => all.reduce(plus, zero);
export const mean = (all: readonly Ratio[]) => divided(sum(all), ratio(BigInt(all.length)));
export const show = (a: Ratio) => `${a.over}/${a.under}`;
export const shown = (a: Ratio | undefined) => (a ? show(a) : null);

/** Half up, four decimals: how a figure is printed. For figures of zero and more. */
export function printed(a: Ratio): string {
  const tenThousandths = (a.over * 20_000n + a.under) / (2n * a.under);
  const digits = String(tenThousandths).padStart(5, "0");
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
