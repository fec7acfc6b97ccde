import type { LintCode, LintFacts } from "../../../api/domain/lint.ts";
import { gone } from "../language/documents.ts";

/** How a good document is spoilt, and where the linter must say so. */
export interface Mutation {
  code: LintCode;
  from: string;
  /** Mends what the document is already warned of, so that the spoiling alone is seen. */
  before?: Readonly<Record<string, unknown>>;
  edit: Readonly<Record<string, unknown>>;
  at: string;
  facts?: LintFacts;
}

const text = { zh: "某事", en: "Something" };
const haifeng = "haifeng-ten-thousand";
const pingyang = "pingyang-thousand";
const yanshan = "yanshan-hard-to-deal";
const dianjiang = "dianjiang-dianping";
const neixiang = "neixiang-per-visit";

/** Haifeng's weights as they should have been printed. */
const wholeWeights = { "/groups/0/weight": 0.2 };

function unknown(
  from: string,
  at: string,
  edit: Readonly<Record<string, unknown>> = { [at]: "nobody" },
): Mutation {
  return { code: "unknown_name", from, edit, at };
}

export const mutations: readonly Mutation[] = [
  {
    code: "duplicate_name",
    from: haifeng,
    edit: { "/groups/1/id": "county-leaders" },
    at: "/groups/1",
  },
  {
    code: "duplicate_name",
    from: pingyang,
    edit: { "/subtotals/0/id": "bonus" },
    at: "/subtotals/0",
  },
  {
    code: "duplicate_name",
    from: haifeng,
    edit: { "/instruments/0/rules/1/indicators/0/id": "courtesy" },
    at: "/instruments/0/rules/1/indicators/0",
  },
  {
    code: "duplicate_name",
    from: pingyang,
    edit: { "/shortlist/places/1/system": "general" },
    at: "/shortlist/places/1",
  },
  {
    code: "duplicate_name",
    from: dianjiang,
    edit: { "/cases/routes/1/about": "stubborn" },
    at: "/cases/routes/3",
  },
  {
    code: "listed_twice",
    from: yanshan,
    edit: { "/components/0/streams/1": "targeted" },
    at: "/components/0/streams/1",
  },
  {
    code: "reserved_name",
    from: haifeng,
    edit: { "/components/0/id": "total" },
    at: "/components/0",
  },
  {
    code: "reserved_name",
    from: pingyang,
    edit: { "/shortlist/lists/0/id": "shortlist" },
    at: "/shortlist/lists/0",
  },
  {
    code: "note_about_nothing",
    from: yanshan,
    edit: { "/notes/0/about": "instruments/ballot" },
    at: "/notes/0/about",
  },

  unknown(yanshan, "/groups/1/scope/tags/0"),
  unknown(pingyang, "/groups/1/scope/pools/0"),
  unknown(dianjiang, "/jointDraw/groups/0"),
  unknown(pingyang, "/instruments/1/among"),
  unknown(yanshan, "/streams/0/instrument"),
  unknown(yanshan, "/streams/0/groups/0"),
  unknown(dianjiang, "/minimumVolume/atLeast/0/pool"),
  unknown(neixiang, "/cases/outcomes/0/deadline"),
  unknown(yanshan, "/components/0/streams/0"),
  unknown(yanshan, "/components/0/ledgers/0"),
  unknown(pingyang, "/components/0/stream"),
  unknown(pingyang, "/components/2/ledger"),
  unknown(pingyang, "/components/2/parts/0/entries/0"),
  unknown(pingyang, "/subtotals/0/components/0"),
  unknown(neixiang, "/statistics/0/stream"),
  unknown(neixiang, "/statistics/2/levels/0"),
  unknown(neixiang, "/statistics/8/question"),
  unknown(pingyang, "/shortlist/carryIn/0/list"),
  unknown(pingyang, "/shortlist/carryIn/0/award"),
  unknown(pingyang, "/exemption/award"),
  unknown(dianjiang, "/awards/0/from/pool"),
  unknown(pingyang, "/awards/0/from/list"),
  unknown(pingyang, "/awards/1/from/award"),
  unknown(pingyang, "/awards/3/pointsInsteadOf"),
  unknown(pingyang, "/awards/4/award"),
  unknown(dianjiang, "/awards/3/stream"),
  unknown(dianjiang, "/awards/3/brokenBy/0/ledger"),
  unknown(dianjiang, "/awards/3/brokenBy/0/entries/0"),
  unknown(haifeng, "/awards/1/effects/1/tags/0"),

  {
    code: "wrong_instrument",
    from: haifeng,
    edit: { "/components/0/stream": "opinions" },
    at: "/components/0/stream",
  },
  {
    code: "wrong_instrument",
    from: neixiang,
    edit: { "/statistics/12/stream": "window" },
    at: "/statistics/12/stream",
  },
  {
    code: "wrong_instrument",
    from: yanshan,
    edit: {
      "/components/0": {
        kind: "levels-mean",
        id: "votes",
        label: text,
        points: 5,
        stream: "targeted",
        noBallots: "not-computable",
      },
    },
    at: "/components/0/stream",
  },
  {
    code: "wrong_ledger",
    from: pingyang,
    edit: { "/components/2/ledger": "supervisors" },
    at: "/components/2/ledger",
  },
  {
    code: "wrong_ledger",
    from: pingyang,
    edit: { "/components/4/ledger": "complaints" },
    at: "/components/4/ledger",
  },
  {
    code: "streams_overlap",
    from: pingyang,
    edit: { "/streams/1/window/from": "2020-07-31" },
    at: "/streams/1",
  },
  {
    code: "streams_overlap",
    from: yanshan,
    edit: { "/streams/1/groups/-": "leaders" },
    at: "/streams/1",
  },
  {
    code: "draw_not_possible",
    from: dianjiang,
    edit: { "/streams/0/draw": { size: 200, randomness: text } },
    at: "/streams/0/draw",
  },
  {
    code: "draw_not_possible",
    from: yanshan,
    edit: { "/continuous": true },
    at: "/streams/1/draw",
  },
  {
    code: "revote_not_possible",
    from: yanshan,
    edit: { "/instruments/0/revote": "until-closing" },
    at: "/instruments/0/revote",
  },
  {
    code: "revote_of_visit",
    from: neixiang,
    edit: { "/instruments/1/revote": "until-closing" },
    at: "/instruments/1/revote",
  },
  {
    code: "anonymity_not_possible",
    from: yanshan,
    edit: { "/groups/0/anonymity": "two-step" },
    at: "/groups/0/anonymity",
  },
  {
    code: "anonymity_not_possible",
    from: neixiang,
    edit: { "/groups/0/channels/-": "phone" },
    at: "/groups/0/anonymity",
  },
  {
    code: "nothing_is_bad",
    from: dianjiang,
    edit: { "/instruments/0/levels/3/bad": gone, "/instruments/0/levels/4/bad": gone },
    at: "/awards/3/stream",
  },
  {
    code: "nothing_is_bad",
    from: yanshan,
    edit: { "/cases/opensOn/-": "bad-rating" },
    at: "/cases/opensOn/1",
  },

  {
    code: "group_below_threshold",
    from: haifeng,
    edit: { "/groups/0/quota": 9 },
    at: "/groups/0/quota",
  },
  {
    code: "group_below_threshold",
    from: yanshan,
    edit: { "/groups/2/draw/size": 9, "/groups/2/quota": gone },
    at: "/groups/2/draw/size",
  },
  {
    code: "quota_unfillable",
    from: yanshan,
    edit: { "/groups/1/draw/size": 49 },
    at: "/groups/1/draw/size",
  },
  {
    code: "quota_unfillable",
    from: haifeng,
    edit: {},
    facts: { rosters: { townships: 1999 } },
    at: "/groups/2/quota",
  },
  {
    code: "quota_unfillable",
    from: yanshan,
    edit: {},
    facts: { rosters: { "new-business": 49 } },
    at: "/groups/1/draw/size",
  },
  { code: "shares_not_one", from: pingyang, edit: { "/groups/3/share": 0.3 }, at: "/groups" },
  {
    code: "group_unheard",
    from: haifeng,
    edit: { "/groups/-": { id: "guests", label: text, channels: ["paper"] } },
    at: "/groups/5",
  },
  {
    code: "instrument_unused",
    from: haifeng,
    edit: { "/streams/1": gone, "/statistics/0": gone },
    at: "/instruments/1",
  },
  { code: "stream_unread", from: haifeng, edit: { "/statistics/0": gone }, at: "/streams/1" },
  {
    code: "instrument_unscored",
    from: neixiang,
    edit: { "/total": {}, "/ranking": { by: "total", best: "highest", within: "all" } },
    at: "/instruments/0",
  },
  {
    code: "levels_not_descending",
    from: dianjiang,
    edit: { "/instruments/0/levels/1/value": 60 },
    at: "/instruments/0/levels",
  },

  { code: "total_off", from: pingyang, edit: { "/components/0/points": 24 }, at: "/total/points" },
  {
    code: "total_off",
    from: pingyang,
    edit: { "/components/7/outside": gone },
    at: "/total/points",
  },
  {
    code: "unbounded_in_total",
    from: pingyang,
    edit: { "/components/7/outside": gone, "/components/7/cap": gone },
    at: "/components/7",
  },
  {
    code: "unbounded_in_total",
    from: yanshan,
    edit: { "/total": { points: 100 } },
    at: "/components/0",
  },
  {
    code: "total_of_nothing",
    from: neixiang,
    edit: { "/total": {}, "/components": [] },
    at: "/total",
  },
  {
    code: "rule_off",
    from: haifeng,
    edit: { "/instruments/0/rules/2/points": 17 },
    at: "/instruments/0/rules/2/points",
  },
  {
    code: "parts_off",
    from: haifeng,
    edit: { "/instruments/0/rules/3/indicators/2/parts/3": gone },
    at: "/instruments/0/rules/3/indicators/2/points",
  },
  {
    code: "step_misses_points",
    from: haifeng,
    edit: { "/instruments/0/step": 1 },
    at: "/instruments/0/rules/3/indicators/2/parts/0/points",
  },
  {
    code: "step_too_fine",
    from: haifeng,
    edit: { "/instruments/0/step": 0.0125 },
    at: "/instruments/0/step",
  },
  {
    code: "divides_by_zero",
    from: dianjiang,
    edit: {
      "/instruments/0/levels": [
        { id: "yes", label: text, value: 0 },
        { id: "no", label: text, value: -1 },
      ],
    },
    at: "/components/0",
  },
  {
    code: "divides_by_zero",
    from: neixiang,
    edit: { "/instruments/3/items": [{ id: "one", label: text, points: 0 }] },
    at: "/components/0",
  },
  {
    code: "divides_by_zero",
    from: pingyang,
    edit: { "/components/3/parts/0/full": 0 },
    at: "/components/3",
  },
  {
    code: "divides_by_zero",
    from: haifeng,
    edit: { "/ledgers/0/assessors/0/weight": 0 },
    at: "/components/1",
  },
  {
    code: "divides_by_zero",
    from: haifeng,
    edit: Object.fromEntries([0, 1, 2, 3, 4].map((group) => [`/groups/${group}/weight`, 0])),
    at: "/components/0/weights",
  },
  {
    code: "weight_unreachable",
    from: haifeng,
    edit: { "/streams/0/groups/4": gone },
    at: "/groups/4/weight",
  },
  {
    code: "weight_unreachable",
    from: yanshan,
    edit: { "/groups/0/weight": 1 },
    at: "/groups/0/weight",
  },
  {
    code: "weight_missing",
    from: haifeng,
    edit: { "/groups/4/weight": gone },
    at: "/components/0/weights",
  },
  {
    code: "weights_not_one",
    from: haifeng,
    before: wholeWeights,
    edit: { "/groups/0/weight": 0.15 },
    at: "/components/0/weights",
  },
  {
    code: "weights_not_one",
    from: haifeng,
    before: wholeWeights,
    edit: { "/groups/0/weight": 0.15, "/components/0/weights": "literal" },
    at: "/components/0/weights",
  },
  {
    code: "small_sample_weights",
    from: pingyang,
    edit: { "/components/0/smallSample/own": 0.2 },
    at: "/components/0/smallSample",
  },
  {
    code: "entry_in_two_parts",
    from: pingyang,
    edit: { "/components/2/parts/1/entries/-": "style" },
    at: "/components/2/parts/1/entries/5",
  },
  {
    code: "entry_without_effect",
    from: pingyang,
    edit: { "/components/2/parts/1/entries/0": gone },
    at: "/ledgers/0/catalogue/1",
  },
  {
    code: "ledger_unread",
    from: yanshan,
    edit: { "/components/0/ledgers": gone },
    at: "/ledgers/0",
  },
  {
    code: "tiers_gap",
    from: pingyang,
    edit: { "/ledgers/3/tiers/levels/1/to": 3.8 },
    at: "/ledgers/3/tiers/levels/1",
  },
  {
    code: "tiers_overlap",
    from: pingyang,
    edit: { "/ledgers/3/tiers/levels/1/to": 4 },
    at: "/ledgers/3/tiers/levels/1",
  },
  {
    code: "tiers_beyond_range",
    from: pingyang,
    edit: { "/ledgers/3/tiers/levels/2/from": 1 },
    at: "/ledgers/3/tiers/levels",
  },
  {
    code: "assessor_missing",
    from: pingyang,
    edit: { "/ledgers/3/assessors/0/scores": "dual-managed" },
    at: "/ledgers/3/assessors",
  },

  {
    code: "ranking_by_nothing",
    from: pingyang,
    edit: { "/ranking/by": "fame" },
    at: "/ranking/by",
  },
  {
    code: "ranking_by_nothing",
    from: yanshan,
    edit: { "/ranking/by": "total" },
    at: "/ranking/by",
  },
  {
    code: "ranking_by_nothing",
    from: pingyang,
    edit: { "/shortlist/by": "fame" },
    at: "/shortlist/by",
  },
  {
    code: "ranking_by_nothing",
    from: pingyang,
    edit: { "/ranking/tieBreakers": ["fame"] },
    at: "/ranking/tieBreakers/0",
  },
  { code: "no_ranking", from: haifeng, edit: { "/ranking": gone }, at: "/awards/0" },
  { code: "no_ranking", from: yanshan, edit: { "/ranking": gone }, at: "/awards/0" },
  {
    code: "places_beyond",
    from: pingyang,
    edit: { "/awards/0/places/to": 51 },
    at: "/awards/0/places/to",
  },
  {
    code: "places_beyond",
    from: pingyang,
    edit: { "/awards/3/places/to": 11 },
    at: "/awards/3/places/to",
  },
  {
    code: "cycle",
    from: pingyang,
    edit: { "/subtotals/0/components/-": "online-vote" },
    at: "/shortlist/by",
  },
  {
    code: "cycle",
    from: pingyang,
    edit: { "/awards/2/from": { of: "award", award: "most-dissatisfied" } },
    at: "/awards/2",
  },
  { code: "no_shortlist", from: pingyang, edit: { "/shortlist": gone }, at: "/components/6/only" },
  {
    code: "more_marks_than_places",
    from: pingyang,
    edit: { "/instruments/1/best": 91 },
    at: "/instruments/1",
  },
  {
    code: "no_minimum_volume",
    from: dianjiang,
    edit: { "/minimumVolume": gone },
    at: "/awards/3/minimumVolume",
  },
  { code: "no_history", from: pingyang, edit: { "/cycle": "single" }, at: "/exemption" },
  { code: "no_history", from: pingyang, edit: { "/cycle": "single" }, at: "/shortlist/carryIn" },
  {
    code: "no_history",
    from: dianjiang,
    edit: { "/cycle": "single" },
    at: "/minimumVolume/trailingRounds",
  },
  { code: "no_history", from: dianjiang, edit: { "/cycle": "single" }, at: "/awards/3/rounds" },
  {
    code: "minimum_volume_idle",
    from: dianjiang,
    edit: { "/awards/3/minimumVolume": gone },
    at: "/minimumVolume",
  },
  {
    code: "no_tie_breaker",
    from: haifeng,
    before: { "/ranking/tieBreakers": ["sheet-score"] },
    edit: { "/ranking/tieBreakers": gone },
    at: "/ranking",
  },
  {
    code: "choice_without_note",
    from: dianjiang,
    edit: { "/notes/9": gone, "/notes/8": gone },
    at: "/minimumVolume",
  },
  {
    code: "choice_without_note",
    from: neixiang,
    edit: { "/notes/2": gone },
    at: "/lateRatingDays",
  },
  {
    code: "choice_without_note",
    from: haifeng,
    edit: { "/notes/1": gone, "/notes/0": gone },
    at: "/components/0/weights",
  },
  { code: "choice_without_note", from: yanshan, edit: { "/notes/9": gone }, at: "/streams/1/draw" },
  {
    code: "choice_without_note",
    from: pingyang,
    edit: { "/notes/2": gone },
    at: "/components/0/noBallots",
  },
  {
    code: "choice_without_note",
    from: pingyang,
    edit: { "/notes/9": gone },
    at: "/shortlist/carryIn",
  },

  {
    code: "unknown_time_zone",
    from: yanshan,
    edit: { "/timeZone": "Asia/Yanshan" },
    at: "/timeZone",
  },
  { code: "unknown_time_zone", from: yanshan, edit: { "/timeZone": "+08:00" }, at: "/timeZone" },
  {
    code: "window_reversed",
    from: yanshan,
    edit: { "/calendar/0/window/to": "2024-06-30" },
    at: "/calendar/0/window",
  },
  {
    code: "range_reversed",
    from: haifeng,
    edit: { "/awards/0/places/from": 11 },
    at: "/awards/0/places",
  },
  {
    code: "range_reversed",
    from: dianjiang,
    edit: { "/ledgers/0/catalogue/0/points/from": 101 },
    at: "/ledgers/0/catalogue/0/points",
  },
  {
    code: "periods_overlap",
    from: pingyang,
    edit: { "/components/2/parts/1/periods/1/window/from": "2020-02-29" },
    at: "/components/2/parts/1/periods/1",
  },
  {
    code: "period_outside_window",
    from: pingyang,
    edit: { "/components/2/parts/1/periods/3/window/to": "2020-12-31" },
    at: "/components/2/parts/1/periods/3/window",
  },
  { code: "state_missing", from: haifeng, edit: { "/states/1": gone }, at: "/states" },
  {
    code: "states_out_of_order",
    from: haifeng,
    edit: { "/states": ["draft", "closed", "open", "published"] },
    at: "/states/1",
  },
  {
    code: "states_out_of_order",
    from: yanshan,
    edit: { "/states": ["draft", "open", "closed", "appeals", "published"] },
    at: "/states/3",
  },
  {
    code: "states_out_of_order",
    from: haifeng,
    edit: { "/states": ["draft", "open", "closed", "final", "published"] },
    at: "/states/3",
  },
  {
    code: "state_not_passed",
    from: dianjiang,
    edit: { "/states/3": gone },
    at: "/deadlines/2/after",
  },
  {
    code: "state_not_passed",
    from: yanshan,
    edit: { "/calendar/0/state": "rectifying" },
    at: "/calendar/0/state",
  },
  { code: "deadline_unclear", from: yanshan, edit: { "/deadlines/1/days": 3 }, at: "/deadlines/1" },
  {
    code: "deadline_unclear",
    from: yanshan,
    edit: { "/deadlines/1/after": gone },
    at: "/deadlines/1",
  },
  { code: "continuous_single", from: neixiang, edit: { "/cycle": "single" }, at: "/continuous" },
  { code: "accept_days_short", from: neixiang, edit: { "/acceptDays": 13 }, at: "/acceptDays" },
  { code: "late_ratings_cut", from: neixiang, edit: { "/acceptDays": 29 }, at: "/lateRatingDays" },
  {
    code: "appeals_without_deadline",
    from: yanshan,
    edit: { "/deadlines/1": gone },
    at: "/states",
  },
];
