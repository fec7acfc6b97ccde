import { gone } from "../../language/documents.ts";
import {
  dianjiang,
  haifeng,
  type Mutation,
  neixiang,
  pingyang,
  replaced,
  spoilt,
  yanshan,
} from "./mutation.ts";

export const outcomesSpoilt: readonly Mutation[] = [
  replaced("ranking_by_nothing", pingyang, "/ranking/by", "fame"),
  replaced("ranking_by_nothing", yanshan, "/ranking/by", "total"),
  replaced("ranking_by_nothing", pingyang, "/shortlist/by", "fame"),
  spoilt("ranking_by_nothing", pingyang, "/ranking/tieBreakers/0", {
    "/ranking/tieBreakers": ["fame"],
  }),
  spoilt("no_ranking", haifeng, "/awards/0", { "/ranking": gone }),
  spoilt("no_ranking", yanshan, "/awards/0", { "/ranking": gone }),
  replaced("places_beyond", pingyang, "/awards/0/places/to", 51),
  replaced("places_beyond", pingyang, "/awards/3/places/to", 11),
  spoilt("cycle", pingyang, "/shortlist/by", { "/subtotals/0/components/-": "online-vote" }),
  spoilt("cycle", pingyang, "/awards/2", {
    "/awards/2/from": { of: "award", award: "most-dissatisfied" },
  }),
  spoilt("no_shortlist", pingyang, "/components/6/only", { "/shortlist": gone }),
  spoilt("more_marks_than_places", pingyang, "/instruments/1", { "/instruments/1/best": 91 }),
  spoilt("no_minimum_volume", dianjiang, "/awards/3/minimumVolume", { "/minimumVolume": gone }),
  spoilt("no_history", pingyang, "/exemption", { "/cycle": "single" }),
  spoilt("no_history", pingyang, "/shortlist/carryIn", { "/cycle": "single" }),
  spoilt("no_history", dianjiang, "/minimumVolume/trailingRounds", { "/cycle": "single" }),
  spoilt("no_history", dianjiang, "/awards/3/rounds", { "/cycle": "single" }),
  spoilt("minimum_volume_idle", dianjiang, "/minimumVolume", { "/awards/3/minimumVolume": gone }),
  spoilt(
    "no_tie_breaker",
    haifeng,
    "/ranking",
    { "/ranking/tieBreakers": gone },
    { before: { "/ranking/tieBreakers": ["sheet-score"] } },
  ),
  spoilt("choice_without_note", dianjiang, "/minimumVolume", {
    "/notes/9": gone,
    "/notes/8": gone,
  }),
  spoilt("choice_without_note", neixiang, "/lateRatingDays", { "/notes/2": gone }),
  spoilt("choice_without_note", haifeng, "/components/0/weights", {
    "/notes/1": gone,
    "/notes/0": gone,
  }),
  spoilt("choice_without_note", yanshan, "/streams/1/draw", { "/notes/9": gone }),
  spoilt("choice_without_note", pingyang, "/components/0/noBallots", { "/notes/2": gone }),
  spoilt("choice_without_note", pingyang, "/shortlist/carryIn", { "/notes/9": gone }),
];
