import type { Channel, Programme } from "../../../schema/programme.ts";
import { type Fault, Refusal } from "../../refusal.ts";
import { requireOrganiser } from "../authorise.ts";
import type { Context } from "../context.ts";
import { getDevice } from "./get.ts";

interface Wanted {
  unit: string;
  programme: string;
  instrument?: string | undefined;
  group?: string | undefined;
  from: string;
  until?: string | undefined;
}

interface Input {
  device: string;
  assignments: readonly Wanted[];
}

export async function putAssignments({ ctx, input }: { ctx: Context; input: Input }) {
  requireOrganiser(ctx);
  const { device, assignments } = input;
  const row = await ctx.store.devices.find(device);
  if (!row) throw new Refusal("unknown_device");
  const channel = row.kind === "platform" ? "platform" : "kiosk";
  refuseFaults(assignments);
  await requireUnits(ctx, assignments);
  const programmes = await programmesOf(ctx, assignments);
  const rows = assignments.map(({ unit, programme, from, until, ...wanted }, index) => {
    const document = programmes.get(programme);
    if (!document) throw new Refusal("unknown_programme");
    const choice = resolveChoice(document, channel, wanted, `/assignments/${index}`);
    return { device, unit, programme, ...choice, from, until: until ?? null };
  });
  await ctx.store.devices.saveAssignments(device, rows);
  return getDevice({ ctx, input: { device } });
}

/** Two assignments of a unit in a programme never share a day: a ballot would have two groups. */
function refuseFaults(assignments: readonly Wanted[]): void {
  const errors = assignments.flatMap((wanted, index): Fault[] => {
    const pointer = `/assignments/${index}`;
    if (wanted.until !== undefined && wanted.until < wanted.from) {
      const detail = { zh: "止于始之前", en: "It ends before it begins" };
      return [{ pointer: `${pointer}/until`, code: "before_from", detail }];
    }
    const clashes = assignments.slice(0, index).some((other) => overlap(other, wanted));
    const detail = { zh: "与前面的分配日期重叠", en: "Its days overlap an earlier assignment" };
    return clashes ? [{ pointer, code: "overlaps", detail }] : [];
  });
  if (errors.length > 0) throw new Refusal("invalid_body", { errors });
}

function overlap(one: Wanted, other: Wanted): boolean {
  return (
    one.unit === other.unit &&
    one.programme === other.programme &&
    one.from <= (other.until ?? "9999-12-31") &&
    other.from <= (one.until ?? "9999-12-31")
  );
}

async function requireUnits(ctx: Context, assignments: readonly Wanted[]): Promise<void> {
  const units = assignments.map(({ unit }) => unit);
  const known = await ctx.store.units.known(units);
  const unknown = units.find((unit) => !known.has(unit));
  if (unknown !== undefined) throw new Refusal("unknown_unit", { existing: unknown });
}

async function programmesOf(ctx: Context, assignments: readonly Wanted[]) {
  const ids = [...new Set(assignments.map(({ programme }) => programme))];
  const found = new Map<string, Programme>();
  for (const id of ids) {
    const document = await ctx.store.directory.newestProgramme(id);
    if (!document) throw new Refusal("unknown_programme");
    found.set(id, document);
  }
  return found;
}

/** One unit is rated at a time, by a form put to a group that is reached through this channel. */
function resolveChoice(
  programme: Programme,
  channel: Channel,
  wanted: Pick<Wanted, "instrument" | "group">,
  pointer: string,
): { instrument: string; group: string } {
  const choices = programme.streams
    .filter(({ instrument }) => asksOneUnit(programme, instrument))
    .flatMap(({ instrument, groups }) => groups.map((group) => ({ instrument, group })))
    .filter(({ group }) => isReached(programme, group, channel))
    .filter(
      ({ instrument, group }) =>
        (wanted.instrument ?? instrument) === instrument && (wanted.group ?? group) === group,
    );
  const distinct = new Map(choices.map((choice) => [JSON.stringify(choice), choice]));
  const [only] = distinct.values();
  if (only && distinct.size === 1) return only;
  throw new Refusal("ambiguous_assignment", {
    errors: [{ pointer, code: only ? "several_choices" : "no_choice", detail: offer(distinct) }],
  });
}

function asksOneUnit(programme: Programme, id: string): boolean {
  const form = programme.instruments.find((instrument) => instrument.id === id);
  return form !== undefined && form.kind !== "nominate" && form.kind !== "best-and-worst";
}

function isReached(programme: Programme, id: string, channel: Channel): boolean {
  return programme.groups.find((group) => group.id === id)?.channels.includes(channel) ?? false;
}

function offer(choices: ReadonlyMap<string, { instrument: string; group: string }>) {
  const list = [...choices.values()].map(({ instrument, group }) => `${instrument} + ${group}`);
  return list.length > 0
    ? { zh: `可选：${list.join("、")}`, en: `Possible: ${list.join(", ")}` }
    : { zh: "没有适合设备的评议表", en: "No form of the programme is put to a rating device" };
}
