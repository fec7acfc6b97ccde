import { Refusal } from "../../refusal.ts";
import type { DirectoryDevice } from "../../store/ballot-directory.ts";
import type { AssignmentRow } from "../../store/devices.ts";

/** The assignment under which a device rates a unit in a programme on a date. */
export function assignmentOn(
  device: DirectoryDevice,
  { unit, programme }: { unit: string; programme: string },
  date: string,
): AssignmentRow {
  const assignment = device.assignments.find(
    (candidate) =>
      candidate.unit === unit &&
      candidate.programme === programme &&
      candidate.from <= date &&
      (candidate.until === null || date <= candidate.until),
  );
  if (!assignment) throw new Refusal("unit_not_assigned");
  return assignment;
}
