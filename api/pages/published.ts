import { z } from "@hono/zod-openapi";

/**
 * What the pages show of published bytes. Releases never change, so that an old one lacks what later versions of the contract
 * added: unlike the contract these shapes ask only for what is shown, and ignore the rest.
 */
const Words = z.object({ zh: z.string(), en: z.string() });

export const Figure = z.object({
  status: z.string(),
  value: z.number().optional(),
  reason: z.string().optional(),
});

const Interval = z.object({
  low: z.number().optional(),
  high: z.number().optional(),
  method: z.string().optional(),
});

const NamedFigure = z.object({
  id: z.string(),
  label: Words,
  figure: Figure,
  n: z.number().optional(),
  flags: z.array(z.string()).default([]),
  interval: Interval,
});

const Distribution = z.object({
  id: z.string(),
  label: Words,
  answers: z.array(z.object({ answer: z.string(), label: Words, count: Figure, share: Figure })),
});

const Holder = z.object({ recipient: z.string(), id: z.string(), name: z.string() });

export const Round = z.object({
  round: z.string(),
  programme: z.string(),
  version: z.string(),
  title: Words,
  from: z.string(),
  to: z.string(),
  release: z.number(),
  publishedAt: z.string(),
  correction: z.object({ role: z.string(), reason: z.string() }).optional(),
  method: z.string(),
  threshold: z.number(),
  units: z.object({ total: z.number(), shown: z.number(), insufficient: z.number() }),
  ballotsShown: z.number(),
  ballotsByState: z.array(z.object({ state: z.string(), atLeast: z.number() })).default([]),
  statistics: z.array(NamedFigure).default([]),
  distributions: z.array(Distribution).default([]),
  awards: z
    .array(
      z.object({
        id: z.string(),
        label: Words,
        state: z.string(),
        holders: z.array(Holder),
        flags: z.array(z.string()).default([]),
      }),
    )
    .default([]),
});

const row = {
  unit: z.string(),
  name: z.string(),
  nameEn: z.string().optional(),
  agency: z.string(),
  agencyName: z.string(),
  n: Figure,
  total: Figure,
  rank: Figure,
  statistics: z.array(NamedFigure).default([]),
};

/** A unit as a line of the round's table. */
export const Row = z.object(row);

export const Unit = z.object({
  ...row,
  rankRange: z.object({ best: z.number(), worst: z.number() }).nullable().default(null),
  components: z.array(NamedFigure).default([]),
  distributions: z.array(Distribution).default([]),
  awards: z.array(z.string()).default([]),
});

export type Figure = z.infer<typeof Figure>;
export type Interval = z.infer<typeof Interval>;
export type NamedFigure = z.infer<typeof NamedFigure>;
export type Distribution = z.infer<typeof Distribution>;
export type Round = z.infer<typeof Round>;
export type Row = z.infer<typeof Row>;
export type Unit = z.infer<typeof Unit>;
