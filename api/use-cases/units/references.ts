import type { Context } from "../context.ts";
import { refuseUnknown } from "../faults.ts";

interface Referring {
  form: { agency: string; predecessor?: string | undefined };
  /** Pointer to the form in the request. */
  place: string;
}

/** Every agency and predecessor named must be there already, or come in the same request. */
export async function checkReferences(
  ctx: Context,
  all: readonly Referring[],
  arriving: { agencies: readonly string[]; units: readonly string[] } = { agencies: [], units: [] },
): Promise<void> {
  const agencies = all.map(({ form, place }) => ({ id: form.agency, pointer: `${place}/agency` }));
  const predecessors = all.flatMap(({ form, place }) =>
    form.predecessor === undefined
      ? []
      : [{ id: form.predecessor, pointer: `${place}/predecessor` }],
  );
  const ids = (mentions: readonly { id: string }[]) => mentions.map(({ id }) => id);
  const [knownAgencies, knownUnits] = await Promise.all([
    ctx.store.agencies.known(ids(agencies)),
    ctx.store.units.known(ids(predecessors)),
  ]);
  refuseUnknown("unknown_agency", agencies, new Set([...knownAgencies, ...arriving.agencies]));
  refuseUnknown("unknown_unit", predecessors, new Set([...knownUnits, ...arriving.units]));
}
