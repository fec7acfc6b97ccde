import type { DateWindow, Stream } from "../../../schema/programme.ts";
import type { BallotContext } from "./context.ts";
import { type Reason, reason } from "./reasons.ts";

/** Both days belong to the window. */
export function inWindow(date: string, window: DateWindow): boolean {
  return window.from <= date && date <= window.to;
}

/** The first stream that this ballot belongs to, or why there is none. */
export function findStream(context: BallotContext): Stream | Reason {
  const { programme, instrument, group, channel, date } = context;
  const streams = programme.streams.filter(
    (stream) => stream.instrument === instrument && stream.groups.includes(group),
  );
  const known = programme.groups.find((candidate) => candidate.id === group);
  if (!known || streams.length === 0) return reason("group_not_asked");
  const opens = known.channelsFrom?.[channel];
  const offered = known.channels.includes(channel) && (opens === undefined || opens <= date);
  if (!offered) return reason("channel_not_offered");
  const open = streams.find((stream) => !stream.window || inWindow(date, stream.window));
  return open ?? reason("outside_window");
}
