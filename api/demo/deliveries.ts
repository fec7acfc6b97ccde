import { createHash } from "node:crypto";
import type { Ballot } from "../../sdk/index.ts";
import { dayAfter, daysBetween, openDays } from "./calendar.ts";
import type { DemoDevice } from "./fleet.ts";
import { groupBy } from "./group.ts";
import { june } from "./june.ts";
import { type Random, randomOf } from "./random.ts";
import type { Rating, UnitDay } from "./traffic.ts";

/** What one device sends on one day. */
export interface Delivery {
  device: string;
  ballots: Ballot[];
}

/** An instrument as the device finds it in its own configuration. */
export interface Instrument {
  id: string;
  levels: readonly string[];
  reasons: readonly string[];
}

export interface Sender {
  device: DemoDevice;
  /** Something that only this device knows; its serials come from it, so that a repetition makes the same ones. */
  secret: string;
  instrument: Instrument;
}

/** Stood in a cupboard from the end of June until after the round. */
const forgottenDevice = "device-07";
const forgottenFrom = "2020-06-29";
export const forgottenUntil = "2020-08-02";

/** Everything the fleet sends, by the day on which it arrives: most devices every evening, some after days without a network. */
export function deliveriesOf(senders: readonly Sender[], traffic: readonly UnitDay[]) {
  const byUnit = groupBy(traffic, ({ unit }) => unit);
  const byDay = new Map<string, Delivery[]>();
  for (const sender of senders) {
    const ratings = sender.device.units
      .flatMap(({ id }) => byUnit.get(id) ?? [])
      .flatMap(({ on, ratings }) => ratings.map((rating) => ({ on, rating })))
      .sort((one, other) => momentOf(one).localeCompare(momentOf(other)));
    const arrival = arrivals(sender.device.id);
    const ballots = ratings.map(({ on, rating }, index) => ({
      on: arrival.get(on) ?? on,
      ballot: ballotOf(sender, on, rating, index + 1),
    }));
    for (const [on, group] of groupBy(ballots, (it) => it.on)) {
      const delivery = { device: sender.device.id, ballots: group.map(({ ballot }) => ballot) };
      byDay.set(on, [...(byDay.get(on) ?? []), delivery]);
    }
  }
  return [...byDay].sort(([one], [other]) => one.localeCompare(other));
}

const momentOf = ({ on, rating }: { on: string; rating: Rating }) => `${on}T${rating.time}`;

/** On which day the ratings of a day arrive. */
function arrivals(device: string): Map<string, string> {
  const random = randomOf(`${june.seed} network of ${device}`);
  const arrival = new Map<string, string>();
  const spells = random.chance(0.35) ? [offlineSpell(random)] : [];
  for (const { on } of openDays(june.from, june.to)) {
    const spell = spells.find(({ from, until }) => on >= from && on < until);
    const forgotten = device === forgottenDevice && on >= forgottenFrom;
    arrival.set(on, forgotten ? forgottenUntil : (spell?.until ?? on));
  }
  return arrival;
}

function offlineSpell(random: Random): { from: string; until: string } {
  const days = daysBetween(june.from, june.to);
  const from = days[random.whole(2, 24)] ?? june.from;
  let until = from;
  for (let left = random.whole(1, 5); left > 0; left -= 1) until = dayAfter(until);
  return { from, until };
}

function ballotOf(
  { secret, instrument }: Sender,
  on: string,
  rating: Rating,
  number: number,
): Ballot {
  const level = instrument.levels[rating.level];
  if (level === undefined) throw new RangeError(`no level ${rating.level} on ${instrument.id}`);
  const reason = instrument.reasons[Math.floor(rating.mood * instrument.reasons.length)];
  return {
    serial: createHash("sha256").update(`${secret} ${june.round} ${number}`).digest("base64url"),
    programme: june.programme,
    instrument: instrument.id,
    ratedAt: `${on}T${rating.time}:00+08:00`,
    number,
    ...(rating.visit !== undefined && { visit: rating.visit }),
    answers: {
      kind: "levels",
      unit: rating.unit,
      level,
      ...(rating.level >= 3 && reason !== undefined && { reasons: [reason] }),
    },
  };
}
