import { flagTexts } from "../domain/flags.ts";
import type { Reader } from "./page.ts";
import type { Figure } from "./published.ts";

/** One decimal, half up, as the official figure is rounded. */
export function percent(share: number): string {
  return `${(Math.round(share * 1000) / 10).toFixed(1)}%`;
}

const reasons: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  insufficient: ["份数不足", "Too few ballots"],
  withheld: ["为保护评价人不公布", "Withheld to protect people"],
  not_computable: ["无法计算", "Cannot be computed"],
};

/** Why there is no figure, in words. */
export function reasonOf({ status }: Figure, { say }: Reader): string {
  const [zh, en] = reasons[status] ?? ["不予显示", "Not shown"];
  return say(zh, en);
}

export function flagOf(flag: string, { say }: Reader): string {
  const words = new Map(Object.entries(flagTexts)).get(flag);
  return words ? say(words.zh, words.en) : flag;
}

/** A figure that is a share is written as one. */
export function written(value: number, isShare: boolean): string {
  return isShare ? percent(value) : String(Math.round(value * 100) / 100);
}
