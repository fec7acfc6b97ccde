import { Programme } from "../../../../schema/programme.ts";
import document from "../../../../schema/programmes/dianjiang-dianping.json" with { type: "json" };

/** The county's pools under names of their own: in the demonstration other counties' units stand in the same registry. */
export const poolOf = (pool: string) => `dianjiang-${pool}`;

/** Dianjiang's rules; only the names of the two pools differ. */
export function dianjiangDocument(): Programme {
  const programme = Programme.parse(document);
  const { minimumVolume } = programme;
  return {
    ...programme,
    version: "2022-demo",
    pools: programme.pools.map((pool) => ({ ...pool, id: poolOf(pool.id) })),
    ...(minimumVolume && {
      minimumVolume: {
        ...minimumVolume,
        atLeast: minimumVolume.atLeast.map((rule) => ({ ...rule, pool: poolOf(rule.pool) })),
      },
    }),
    awards: programme.awards.map((award) =>
      award.kind === "take" && award.from.of === "pool"
        ? { ...award, from: { of: "pool", pool: poolOf(award.from.pool) } }
        : award,
    ),
    notes: [
      ...programme.notes,
      {
        about: "pools",
        zh: "演示把几个县的单位放在同一个服务里，因此两个类别的标识加了县名；科室、评价和台账都是虚构的。",
        en: "The demonstration keeps the units of several counties in one service, so that the ids of the two pools carry the county's name. Sections, ratings and ledgers are invented.",
      },
    ],
  };
}
