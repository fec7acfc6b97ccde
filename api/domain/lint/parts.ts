import type {
  Component,
  Group,
  Instrument,
  Level,
  Programme,
  Stream,
} from "../../../schema/programme.ts";
import { type Exact, exact, sumOf } from "../exact.ts";

/** Finding one's way in a programme whose references may lead nowhere. */

interface Named {
  id: string;
}

export function idsOf(items: readonly Named[] | undefined): ReadonlySet<string> {
  return new Set(items?.map(({ id }) => id));
}

export function streamOf(programme: Programme, id: string): Stream | undefined {
  return programme.streams.find((stream) => stream.id === id);
}

export function instrumentOf(programme: Programme, stream: string): Instrument | undefined {
  const wanted = streamOf(programme, stream)?.instrument;
  return programme.instruments.find(({ id }) => id === wanted);
}

/** The groups of a stream that exist. */
export function groupsOf(programme: Programme, stream: string): Group[] {
  const wanted = new Set(streamOf(programme, stream)?.groups);
  return programme.groups.filter(({ id }) => wanted.has(id));
}

/** What the weights of a stream's groups come to, for each stream; absent where no group has one. */
export function weightSums(programme: Programme): ReadonlyMap<string, Exact> {
  return new Map(
    programme.streams.flatMap(({ id }): [string, Exact][] => {
      const weights = groupsOf(programme, id).flatMap(({ weight }) => weight ?? []);
      return weights.length === 0 ? [] : [[id, sumOf(weights.map(exact))]];
    }),
  );
}

/** The scale of an instrument, from best to worst; empty where it has none. */
export function levelsOf(instrument: Instrument | undefined): Level[] {
  if (instrument?.kind === "levels") return instrument.levels;
  if (instrument?.kind !== "best-and-worst") return [];
  const { best, other, worst } = instrument.levels;
  return [best, other, worst];
}

/** The streams that a component reads. */
export function streamsRead(component: Component): string[] {
  if (component.kind === "nominations") return component.streams;
  return "stream" in component ? [component.stream] : [];
}

/** The ledgers that a component reads. */
export function ledgersRead(component: Component): string[] {
  if (component.kind === "nominations") return component.ledgers ?? [];
  return "ledger" in component ? [component.ledger] : [];
}

/** Places that a list of the shortlist has, over all systems of units. */
export function placesOnList(programme: Programme): number {
  return (programme.shortlist?.places ?? []).reduce((sum, { each }) => sum + each, 0);
}
