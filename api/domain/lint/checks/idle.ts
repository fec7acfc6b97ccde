import type { Finding, Programme } from "../../../../schema/programme.ts";
import { finding } from "../finding.ts";
import { ledgersRead, streamsRead } from "../parts.ts";

/** Parts that lead nowhere: a group without a stream, an instrument without one, a stream that nobody reads. */
export function idleBallots(programme: Programme): Finding[] {
  const heard = new Set(programme.streams.flatMap(({ groups }) => groups));
  const used = new Set(programme.streams.map(({ instrument }) => instrument));
  const scored = new Set(programme.components.flatMap(streamsRead));
  const read = new Set([
    ...scored,
    ...programme.statistics.flatMap((statistic) =>
      "stream" in statistic ? [statistic.stream] : [],
    ),
    ...programme.awards.flatMap((award) => (award.kind === "clean-run" ? [award.stream] : [])),
  ]);
  return [
    ...programme.groups.flatMap(({ id }, index) =>
      heard.has(id) ? [] : [finding("group_unheard", `/groups/${index}`, { group: id })],
    ),
    ...programme.instruments.flatMap(({ id }, index) =>
      used.has(id)
        ? []
        : [finding("instrument_unused", `/instruments/${index}`, { instrument: id })],
    ),
    ...programme.streams.flatMap(({ id }, index) =>
      read.has(id) ? [] : [finding("stream_unread", `/streams/${index}`, { stream: id })],
    ),
    ...unscoredInstruments(programme, scored),
  ];
}

/** In a programme that adds up or ranks, what looks like a vote and counts for nothing. */
function unscoredInstruments(programme: Programme, scored: ReadonlySet<string>): Finding[] {
  if (!programme.total && !programme.ranking) return [];
  return programme.instruments.flatMap((instrument, index) => {
    const streams = programme.streams.filter((stream) => stream.instrument === instrument.id);
    const counts = streams.length === 0 || streams.some(({ id }) => scored.has(id));
    if (counts || instrument.kind === "questionnaire") return [];
    return [finding("instrument_unscored", `/instruments/${index}`, { instrument: instrument.id })];
  });
}

/** Ledgers and catalogue entries that change nothing. */
export function idleLedgers(programme: Programme): Finding[] {
  const breaking = programme.awards.flatMap((award) =>
    award.kind === "clean-run" ? (award.brokenBy ?? []) : [],
  );
  const read = new Set([
    ...programme.components.flatMap(ledgersRead),
    ...breaking.map(({ ledger }) => ledger),
  ]);
  return programme.ledgers.flatMap((ledger, index) => {
    const at = `/ledgers/${index}`;
    if (!read.has(ledger.id)) return [finding("ledger_unread", at, { ledger: ledger.id })];
    if (ledger.kind !== "points") return [];
    const readers = programme.components.filter((component) =>
      ledgersRead(component).includes(ledger.id),
    );
    if (readers.some(({ kind }) => kind !== "deduction-sheet")) return [];
    const effective = new Set([
      ...readers.flatMap((reader) =>
        reader.kind === "deduction-sheet" ? reader.parts.flatMap(({ entries }) => entries) : [],
      ),
      ...breaking.flatMap((run) => (run.ledger === ledger.id ? run.entries : [])),
    ]);
    return ledger.catalogue.flatMap(({ id }, entry) =>
      effective.has(id)
        ? []
        : [finding("entry_without_effect", `${at}/catalogue/${entry}`, { entry: id })],
    );
  });
}
