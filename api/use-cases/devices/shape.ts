import { Presentation } from "../../../schema/contract/presentation.ts";
import type { AssignmentRow, DeviceRow } from "../../store/devices.ts";
import type { Context } from "../context.ts";

/** Numbers `first` to `last`, both inclusive. */
interface Range {
  first: number;
  last: number;
}

/** Devices as the contract shapes them, with their assignments and gaps. */
export async function devicesOf(ctx: Context, rows: readonly DeviceRow[]) {
  const ids = rows.map(({ id }) => id);
  const [assignments, numbers] = await Promise.all([
    ctx.store.devices.assignments(ids),
    ctx.store.deviceNumbers.of(ids),
  ]);
  const byDevice = new Map<string, AssignmentRow[]>(ids.map((id) => [id, []]));
  for (const row of assignments) byDevice.get(row.device)?.push(row);
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    kind: row.kind,
    mode: row.mode,
    state: row.state,
    assignments: (byDevice.get(row.id) ?? []).map(assignmentOf),
    ...(row.lastSeenAt !== null && { lastSeenAt: instantOf(row.lastSeenAt) }),
    clockOffsetSeconds: row.clockOffsetSeconds,
    ...(row.clockDriftSeconds !== null && { clockDriftSeconds: row.clockDriftSeconds }),
    ...(row.clockReportedAt !== null && { clockReportedAt: instantOf(row.clockReportedAt) }),
    ...(row.backlog !== null && { backlog: row.backlog }),
    ...presentationOf(row),
    ...revocationOf(row),
    missingNumbers: gapsOf(numbers.get(row.id) ?? []).slice(0, 1000),
  }));
}

export function presentationOf({ presentation }: Pick<DeviceRow, "presentation">) {
  return presentation === null
    ? {}
    : { presentation: Presentation.parse(JSON.parse(presentation)) };
}

function revocationOf(row: DeviceRow) {
  const { revokedAt, revokedRole: role, revokedReason: reason } = row;
  if (revokedAt === null || role === null || reason === null) return {};
  const quarantineFrom = row.revokedQuarantineFrom;
  const doubt = quarantineFrom === null ? {} : { quarantineFrom };
  return { revocation: { at: instantOf(revokedAt), role, reason, ...doubt } };
}

export function instantOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function assignmentOf({ unit, programme, instrument, group, from, until }: AssignmentRow) {
  return { unit, programme, instrument, group, from, ...(until !== null && { until }) };
}

/** What lies between the ranges, from 1 on: ballots that the device made and we do not have. */
export function gapsOf(ranges: readonly Range[]): Range[] {
  const gaps: Range[] = [];
  let next = 1;
  for (const { first, last } of ranges) {
    if (first > next) gaps.push({ first: next, last: first - 1 });
    next = last + 1;
  }
  return gaps;
}
