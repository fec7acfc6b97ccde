import type { Step } from "../step.ts";
import { quarters, roundOf } from "./dianjiang/quarters.ts";
import { dianjiang } from "./dianjiang/script.ts";
import { haifeng } from "./haifeng/script.ts";
import { pingyang } from "./pingyang/script.ts";
import { play } from "./play.ts";
import type { Script } from "./script.ts";
import { yanshan } from "./yanshan/script.ts";

/** A past round that the demonstration plays in the background, and where its result comes to stand. */
export interface PastRound extends Step {
  /** Rounds that only prepare another one are not pointed to. */
  shown: boolean;
}

/** Past rounds of the other four programmes, those of one programme from the earliest on. */
export const pastRounds: readonly PastRound[] = [
  pastRound(
    "haifeng-2013",
    "海丰县 2013：一万张评分表",
    "Haifeng 2013: ten thousand sheets",
    haifeng,
  ),
  pastRound(
    "yanshan-2024-q2",
    "盐山县 2024 年二季度：提名与抽取",
    "Yanshan 2024 Q2: names and a draw",
    yanshan,
  ),
  ...quarters.map((quarter) =>
    pastRound(
      roundOf(quarter),
      `垫江县 2022 年第 ${quarter.number} 季度`,
      `Dianjiang 2022 Q${quarter.number}`,
      () => dianjiang(quarter),
      quarter.number === 4,
    ),
  ),
  pastRound(
    "pingyang-2019",
    "平阳县 2019：虚构的上一年",
    "Pingyang 2019: an invented year before",
    () => pingyang(2019),
    false,
  ),
  pastRound("pingyang-2020", "平阳县 2020：274 个单位", "Pingyang 2020: 274 units", () =>
    pingyang(2020),
  ),
];

function pastRound(
  id: string,
  zh: string,
  en: string,
  write: () => Script,
  shown = true,
): PastRound {
  return {
    id,
    title: { zh, en },
    shown,
    run: (stage, progress) => play(write(), stage, progress),
  };
}
