import Fraction from "fraction.js";

/** Exact arithmetic: figures of a score are never floats. */
export type Exact = Fraction;

export const zero = new Fraction(0);
export const one = new Fraction(1);

/** Reads a decimal as it is written: 0.1 is one tenth, not the nearest float. */
export function exact(value: number | string | bigint | Fraction): Fraction {
  return new Fraction(typeof value === "number" ? String(value) : value);
}

export function ratio(numerator: number | bigint, denominator: number | bigint): Fraction {
  return new Fraction(numerator, denominator);
}

export function sumOf(values: Iterable<Fraction>): Fraction {
  let total = zero;
  for (const value of values) total = total.add(value);
  return total;
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
  const units = value.mul(scale).add(1, 2).floor();
  const whole = units.s * units.n;
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
  const rounded = roundHalfUp(value, 4);
  return new Fraction(rounded).equals(value) ? rounded : value.toFraction();
}
