import type { Finding, Programme } from "../../../../schema/programme.ts";
import { finding } from "../finding.ts";
import { idsOf, instrumentOf, levelsOf } from "../parts.ts";

/** One reference: at a pointer, to `list/id`, among the names that exist. */
export function reference(
  pointer: string,
  list: string,
  id: string | undefined,
  known: ReadonlySet<string>,
): Finding[] {
  if (id === undefined || known.has(id)) return [];
  return [finding("unknown_name", pointer, { path: `${list}/${id}` })];
}

/** Several references from one list. */
export function references(
  pointer: string,
  list: string,
  ids: readonly string[] = [],
  known: ReadonlySet<string>,
): Finding[] {
  return ids.flatMap((id, index) => reference(`${pointer}/${index}`, list, id, known));
}

/** References of groups, draws, instruments, streams and minimum volumes. */
export function referencesOfBallots(programme: Programme): Finding[] {
  const groups = idsOf(programme.groups);
  const pools = idsOf(programme.pools);
  return [
    ...programme.groups.flatMap(({ id, channels, channelsFrom, scope }, index) => [
      ...Object.keys(channelsFrom ?? {}).flatMap((channel) =>
        reference(
          `/groups/${index}/channelsFrom/${channel}`,
          `groups/${id}/channels`,
          channel,
          new Set(channels),
        ),
      ),
      ...references(`/groups/${index}/scope/pools`, "pools", scope?.pools, pools),
      ...references(`/groups/${index}/scope/tags`, "tags", scope?.tags, idsOf(programme.tags)),
    ]),
    ...references("/jointDraw/groups", "groups", programme.jointDraw?.groups, groups),
    ...programme.instruments.flatMap((instrument, index) =>
      instrument.kind === "best-and-worst"
        ? reference(
            `/instruments/${index}/among`,
            "shortlist/lists",
            instrument.among,
            listNames(programme),
          )
        : [],
    ),
    ...programme.streams.flatMap((stream, index) => [
      ...reference(
        `/streams/${index}/instrument`,
        "instruments",
        stream.instrument,
        idsOf(programme.instruments),
      ),
      ...references(`/streams/${index}/groups`, "groups", stream.groups, groups),
    ]),
    ...(programme.minimumVolume?.atLeast ?? []).flatMap(({ pool }, index) =>
      reference(`/minimumVolume/atLeast/${index}/pool`, "pools", pool, pools),
    ),
    ...(programme.cases?.outcomes ?? []).flatMap(({ deadline }, index) =>
      reference(
        `/cases/outcomes/${index}/deadline`,
        "deadlines",
        deadline,
        idsOf(programme.deadlines),
      ),
    ),
  ];
}

/** `shortlist` means all of its lists together. */
function listNames({ shortlist }: Programme): ReadonlySet<string> {
  return shortlist ? new Set([...idsOf(shortlist.lists), "shortlist"]) : new Set();
}

/** References of components, statistics and subtotals. */
export function referencesOfScores(programme: Programme): Finding[] {
  return [
    ...programme.components.flatMap((component, index) =>
      referencesOfComponent(programme, component, `/components/${index}`),
    ),
    ...programme.subtotals.flatMap(({ components }, index) =>
      references(
        `/subtotals/${index}/components`,
        "components",
        components,
        idsOf(programme.components),
      ),
    ),
    ...programme.statistics.flatMap((statistic, index) =>
      referencesOfStatistic(programme, statistic, `/statistics/${index}`),
    ),
  ];
}

function referencesOfComponent(
  programme: Programme,
  component: Programme["components"][number],
  at: string,
): Finding[] {
  const streams = idsOf(programme.streams);
  const ledgers = idsOf(programme.ledgers);
  if (component.kind === "nominations") {
    return [
      ...references(`${at}/streams`, "streams", component.streams, streams),
      ...references(`${at}/ledgers`, "ledgers", component.ledgers, ledgers),
    ];
  }
  if ("stream" in component) return reference(`${at}/stream`, "streams", component.stream, streams);
  return [
    ...reference(`${at}/ledger`, "ledgers", component.ledger, ledgers),
    ...(component.kind === "deduction-sheet" ? component.parts : []).flatMap(({ entries }, part) =>
      entriesOfLedger(programme, component.ledger, entries, `${at}/parts/${part}/entries`),
    ),
  ];
}

/** References to the catalogue of a ledger; nothing if the ledger itself is unknown or keeps marks. */
export function entriesOfLedger(
  { ledgers }: Programme,
  ledger: string,
  entries: readonly string[],
  at: string,
): Finding[] {
  const found = ledgers.find(({ id }) => id === ledger);
  if (found?.kind !== "points") return [];
  return references(at, `ledgers/${ledger}/catalogue`, entries, idsOf(found.catalogue));
}

function referencesOfStatistic(
  programme: Programme,
  statistic: Programme["statistics"][number],
  at: string,
): Finding[] {
  if (!("stream" in statistic)) return [];
  const instrument = instrumentOf(programme, statistic.stream);
  const list = `instruments/${instrument?.id}`;
  const found = reference(`${at}/stream`, "streams", statistic.stream, idsOf(programme.streams));
  if (statistic.kind === "level-rate" && instrument) {
    found.push(
      ...references(
        `${at}/levels`,
        `${list}/levels`,
        statistic.levels,
        idsOf(levelsOf(instrument)),
      ),
    );
  }
  if (statistic.kind === "rating-rate") {
    found.push(
      ...references(`${at}/pools`, "pools", statistic.pools ?? [], idsOf(programme.pools)),
    );
  }
  if (statistic.kind === "distribution" && instrument) {
    const questions = "questions" in instrument ? instrument.questions : [];
    found.push(
      ...reference(`${at}/question`, `${list}/questions`, statistic.question, idsOf(questions)),
    );
  }
  return found;
}
