import { z } from "zod";

/** A page of a list. */
export function listOf<Row extends z.ZodType>(row: Row) {
  return z.looseObject({ items: z.array(row), next: z.string().optional() });
}

/** Members of answers that tests look into. The whole was held against the contract already. */
const Figure = z.looseObject({
  status: z.string(),
  value: z.number().optional(),
});
const Statistic = z.looseObject({ id: z.string(), figure: Figure, n: z.number().optional() });
const Distribution = z.looseObject({
  id: z.string(),
  answers: z.array(z.looseObject({ count: Figure, share: Figure })),
});
const Fault = z.looseObject({ code: z.string(), pointer: z.string() });
const Refused = z.looseObject({ code: z.string(), errors: z.array(Fault).default([]) });
const Holding = z.looseObject({
  id: z.string(),
  holders: z.array(z.unknown()),
  effects: z.array(z.unknown()),
});

export const Stated = z.looseObject({ state: z.string() });
export const RoundRow = z.looseObject({ ballotsAtLeast: z.number() });

export const RoundFigures = z.looseObject({
  release: z.number(),
  ballotsShown: z.number(),
  statistics: z.array(Statistic),
  distributions: z.array(Distribution),
  awards: z.array(Holding),
  lists: z.array(z.looseObject({ units: z.array(z.unknown()) })).default([]),
});

export const UnitFigures = z.looseObject({
  n: Figure,
  total: Figure.optional(),
  components: z.array(Statistic).default([]),
  statistics: z.array(Statistic),
  distributions: z.array(Distribution),
  lists: z.array(z.unknown()).default([]),
});

export const Results = z.looseObject({
  results: z.array(
    z.looseObject({
      status: z.number(),
      receipt: Stated.optional(),
      problem: Refused.optional(),
    }),
  ),
});

export const Draw = z.looseObject({
  list: z.array(z.string()),
  listHash: z.string(),
  purpose: z.string(),
  seed: z.string(),
  drawn: z.array(z.string()),
});

export const Moves = z.looseObject({
  units: z.array(z.looseObject({ unit: z.string(), total: Figure, totalBefore: Figure })),
});

export const Entries = listOf(z.looseObject({ id: z.string(), reason: z.string() }));

export const Shortlist = z.looseObject({
  lists: z.array(z.looseObject({ units: z.array(z.string()) })),
});

export const UnitName = z.looseObject({ name: z.string() });

export const UnitRow = UnitName.extend({
  successors: z.array(z.string()),
  items: z.array(z.unknown()),
  commitment: z.unknown(),
});

export const Version = z.looseObject({ version: z.number() });
export const Rows = listOf(z.unknown());
export const Cells = listOf(z.looseObject({ count: Figure }));
