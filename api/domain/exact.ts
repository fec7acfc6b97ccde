import Fraction from "fraction.js";

/** Exact arithmetic: figures of a score are never floats. */
export type Exact = Fraction;

export const zero = new Fraction(0);
export const one = new Fraction(1);

/** Reads a decimal as it is written: 0.1 is one tenth, not the nearest float. */
export function exact(value: number | string | bigint | Fraction): Fraction {
  if (typeof value !== "number") return new Fraction(value);
  // Nearly all numbers of a programme have at most four places; for them this saves reading the text.
  const tenThousandths = Math.round(value * 10_000);
  const isShort = tenThousandths / 10_000 === value && Math.abs(tenThousandths) < 1e15;
  return isShort ? new Fraction(tenThousandths, 10_000) : new Fraction(String(value));
}

export function ratio(numerator: number | bigint, denominator: number | bigint): Fraction {
  return new Fraction(numerator, denominator);
}

/** Adds up pairwise: with many different denominators, far fewer long numbers arise than in a row. */
export function sumOf(values: Iterable<Fraction>): Fraction {
  let level = [...values];
  while (level.length > 1) {
    const next: Fraction[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const [left = zero, right] = level.slice(index, index + 2);
      next.push(right ? left.add(right) : left);
    }
    level = next;
  }
  return level[0] ?? zero;
}

export function meanOf(values: readonly Fraction[]): Fraction {
  return sumOf(values).div(values.length);
}

/**
 * Rounds half up (towards the greater number) and writes a plain decimal.
 * @example roundHalfUp(ratio(13, 3), 4) // "4.3333"
 */
export function roundHalfUp(value: Fraction, places = 4): string {
  const scale = 10n ** BigInt(places);
  const doubled = 2n * value.s * value.n * scale + value.d;
  const divisor = 2n * value.d;
  // Division of bigints cuts towards zero; rounding down must not.
  const whole = doubled / divisor - (doubled < 0n && doubled % divisor !== 0n ? 1n : 0n);
  const digits = (whole < 0n ? -whole : whole).toString().padStart(places + 1, "0");
  const cut = digits.length - places;
  const fraction = digits.slice(cut).replace(/0+$/, "");
  const sign = whole < 0n ? "-" : "";
  return sign + digits.slice(0, cut) + (fraction === "" ? "" : `.${fraction}`);
}

/** The rounded figure as a JSON number. */
export function shownNumber(value: Fraction, places = 4): number {
  return Number(roundHalfUp(value, places));
}

/** Exact text: a decimal where it ends within four places, otherwise `n/d`. */
export function exactText(value: Fraction): string {
  return 10_000n % value.d === 0n ? roundHalfUp(value, 4) : value.toFraction();
}
