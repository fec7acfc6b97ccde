/** Something measured against something else: both sides, ready to be measured again and again. */
export interface Sides {
  subject(seconds: number): Promise<number>;
  baseline(seconds: number): Promise<number>;
  close(): Promise<void>;
}

export interface Bench {
  name: string;
  unit: string;
  /** What `ratio`, or `value` itself, should reach, and whether it should be above or below it. */
  target: { of: "ratio" | "value"; bound: number; better: "more" | "less" };
  open(): Promise<Sides>;
}

export interface Result {
  name: string;
  value: number;
  unit: string;
  baseline: number;
  ratio: number;
  /** Half the range of the rounds' ratios, as a share of the median one. */
  spread: number;
  rounds: number;
}

/** Seconds of load before anything is measured: code that has run a few times is not what a server runs. */
const warmUp = 8;

/**
 * Measures both sides in turn, round after round, so that whatever else the machine does falls on both. The ratio is the
 * median of the rounds' own ratios.
 */
export async function measure(bench: Bench, rounds: number, seconds: number): Promise<Result> {
  const sides = await bench.open();
  await sides.baseline(warmUp);
  await sides.subject(warmUp);
  const pairs: { value: number; baseline: number; ratio: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const baseline = await sides.baseline(seconds);
    const value = await sides.subject(seconds);
    pairs.push({ value, baseline, ratio: value / baseline });
  }
  await sides.close();
  const ratios = pairs.map((pair) => pair.ratio);
  const ratio = medianOf(ratios);
  return {
    name: bench.name,
    value: rounded(medianOf(pairs.map((pair) => pair.value))),
    unit: bench.unit,
    baseline: rounded(medianOf(pairs.map((pair) => pair.baseline))),
    ratio: rounded(ratio),
    spread: rounded((Math.max(...ratios) - Math.min(...ratios)) / 2 / ratio),
    rounds,
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
