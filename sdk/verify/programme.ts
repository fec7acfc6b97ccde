import type { Programme } from "./published.ts";

/** A published document leaves empty lists out. */
export function withLists(document: Partial<Programme>): Programme {
  const empty = {
    tags: [],
    ledgers: [],
    components: [],
    statistics: [],
    subtotals: [],
    awards: [],
    deadlines: [],
    calendar: [],
    offices: [],
    comments: [],
    duties: [],
    breaches: [],
  };
  const programme: Partial<Programme> = { ...empty, ...document };
  if (!isWhole(programme)) throw new TypeError("this is no programme");
  return programme;
}

function isWhole(document: Partial<Programme>): document is Programme {
  return (
    document.pools !== undefined &&
    document.groups !== undefined &&
    document.instruments !== undefined &&
    document.streams !== undefined &&
    document.disclosure !== undefined
  );
}
