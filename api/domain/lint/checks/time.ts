import type { Event, Finding, Programme, RoundState } from "../../../../schema/programme.ts";
import { finding } from "../finding.ts";
import { placesIn, propertyOf } from "../tree.ts";

/** Time zones that the platform does not know by an IANA name. */
export function unknownTimeZone({ timeZone }: Programme): Finding[] {
  return isTimeZone(timeZone)
    ? []
    : [finding("unknown_time_zone", "/timeZone", { zone: timeZone })];
}

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Windows, ranges and places that end before they begin. */
export function reversedRanges(programme: Programme): Finding[] {
  return placesIn(programme).flatMap(({ pointer, value }) => {
    const from = propertyOf(value, "from");
    const to = propertyOf(value, "to");
    if (typeof from === "string" && typeof to === "string" && from > to) {
      return [finding("window_reversed", pointer, { from, to })];
    }
    if (typeof from === "number" && typeof to === "number" && from > to) {
      return [finding("range_reversed", pointer, { from, to })];
    }
    return [];
  });
}

const required: readonly RoundState[] = ["draft", "open", "closed", "published"];

/** Which state comes before which, where a programme passes through both. */
const order: readonly (readonly [earlier: RoundState, later: RoundState])[] = [
  ["draft", "open"],
  ["open", "closed"],
  ["closed", "preliminary"],
  ["closed", "rectifying"],
  ["closed", "published"],
  ["preliminary", "published"],
];

/** States that are missing, or come before what they follow from. */
export function stateOrder({ states }: Programme): Finding[] {
  const missing = required.filter((state) => !states.includes(state));
  const toTheEnd = states.map((state): [RoundState, RoundState] => [state, "final"]);
  const early = [...order, ...toTheEnd, ...beforeAppeals(states)].filter(
    ([earlier, later]) => states.includes(later) && states.indexOf(earlier) > states.indexOf(later),
  );
  return [
    ...missing.map((state) => finding("state_missing", "/states", { state })),
    ...early.map(([earlier, later]) =>
      finding("states_out_of_order", `/states/${states.indexOf(later)}`, {
        state: later,
        after: earlier,
      }),
    ),
  ];
}

/** Appeals are against something published, be it preliminary. */
function beforeAppeals(states: readonly RoundState[]): [RoundState, RoundState][] {
  const shown = states.find((state) => state === "preliminary" || state === "published");
  return shown ? [[shown, "appeals"]] : [];
}

/** Events that are no states of the round. */
const happenings: readonly Exclude<Event, RoundState>[] = [
  "announced",
  "period-ended",
  "matter-finished",
  "invited",
  "case-opened",
  "case-verified",
];

/** Deadlines and dates that hang on states which the round never reaches, or say too much or too little. */
export function deadlines(programme: Programme): Finding[] {
  const reached = new Set<Event>([...programme.states, ...happenings]);
  const passed = (event: Event | undefined, pointer: string) =>
    event === undefined || reached.has(event)
      ? []
      : [finding("state_not_passed", pointer, { state: event })];
  return [
    ...programme.deadlines.flatMap((deadline, index) => {
      const at = `/deadlines/${index}`;
      const days = [deadline.workingDays, deadline.days].filter((count) => count !== undefined);
      const events = [deadline.after, deadline.before].filter((event) => event !== undefined);
      return [
        ...(days.length === 1 && events.length === 1
          ? []
          : [finding("deadline_unclear", at, { deadline: deadline.id })]),
        ...passed(deadline.after, `${at}/after`),
        ...passed(deadline.before, `${at}/before`),
      ];
    }),
    ...programme.calendar.flatMap(({ state }, index) => passed(state, `/calendar/${index}/state`)),
  ];
}

/** Days that run out before the ballots have arrived, and stages that never end. */
export function doubtfulTimes(programme: Programme): Finding[] {
  const { acceptDays: days = 0, lateRatingDays: late = 0 } = programme;
  const devices = programme.groups.some(({ channels }) => channels.includes("kiosk"));
  const endless =
    programme.states.includes("appeals") &&
    !programme.deadlines.some((deadline) => deadline.for === "appeal");
  return [
    ...(programme.continuous && programme.cycle === "single"
      ? [finding("continuous_single", "/continuous")]
      : []),
    ...(devices && days < 14 ? [finding("accept_days_short", "/acceptDays", { days })] : []),
    ...(late > days ? [finding("late_ratings_cut", "/lateRatingDays", { late, days })] : []),
    ...(endless ? [finding("appeals_without_deadline", "/states")] : []),
  ];
}
