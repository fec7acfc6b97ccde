import { gone } from "../../language/documents.ts";
import {
  dianjiang,
  haifeng,
  type Mutation,
  neixiang,
  pingyang,
  replaced,
  spoilt,
  text,
  yanshan,
} from "./mutation.ts";

export const pointsSpoilt: readonly Mutation[] = [
  spoilt("total_off", pingyang, "/total/points", { "/components/0/points": 24 }),
  spoilt("total_off", pingyang, "/total/points", { "/components/7/outside": gone }),
  spoilt("unbounded_in_total", pingyang, "/components/7", {
    "/components/7/outside": gone,
    "/components/7/cap": gone,
  }),
  spoilt("unbounded_in_total", yanshan, "/components/0", { "/total": { points: 100 } }),
  spoilt("total_of_nothing", neixiang, "/total", { "/total": {}, "/components": [] }),
  replaced("rule_off", haifeng, "/instruments/0/rules/2/points", 17),
  spoilt("parts_off", haifeng, "/instruments/0/rules/3/indicators/2/points", {
    "/instruments/0/rules/3/indicators/2/parts/3": gone,
  }),
  spoilt("step_misses_points", haifeng, "/instruments/0/rules/3/indicators/2/parts/0/points", {
    "/instruments/0/step": 1,
  }),
  replaced("step_too_fine", haifeng, "/instruments/0/step", 0.0125),
  spoilt("divides_by_zero", dianjiang, "/components/0", {
    "/instruments/0/levels": [
      { id: "yes", label: text, value: 0 },
      { id: "no", label: text, value: -1 },
    ],
  }),
  spoilt("divides_by_zero", neixiang, "/components/0", {
    "/instruments/3/items": [{ id: "one", label: text, points: 0 }],
  }),
  spoilt("divides_by_zero", pingyang, "/components/3", { "/components/3/parts/0/full": 0 }),
  spoilt("divides_by_zero", haifeng, "/components/1", { "/ledgers/0/assessors/0/weight": 0 }),
  spoilt("divides_by_zero", haifeng, "/components/0/weights", {
    "/groups/0/weight": 0,
    "/groups/1/weight": 0,
    "/groups/2/weight": 0,
    "/groups/3/weight": 0,
    "/groups/4/weight": 0,
  }),
  spoilt("weight_unreachable", haifeng, "/groups/4/weight", { "/streams/0/groups/4": gone }),
  replaced("weight_unreachable", yanshan, "/groups/0/weight", 1),
  spoilt("weight_missing", haifeng, "/groups/4", { "/groups/4/weight": gone }),
  spoilt(
    "weights_not_one",
    haifeng,
    "/components/0/weights",
    { "/groups/0/weight": 0.15 },
    { before: { "/groups/0/weight": 0.2 } },
  ),
  spoilt(
    "weights_not_one",
    haifeng,
    "/components/0/weights",
    { "/groups/0/weight": 0.15, "/components/0/weights": "literal" },
    { before: { "/groups/0/weight": 0.2 } },
  ),
  spoilt("small_sample_weights", pingyang, "/components/0/smallSample", {
    "/components/0/smallSample/own": 0.2,
  }),
  spoilt("entry_in_two_parts", pingyang, "/components/2/parts/1/entries/5", {
    "/components/2/parts/1/entries/-": "style",
  }),
  spoilt("entry_without_effect", pingyang, "/ledgers/0/catalogue/1", {
    "/components/2/parts/1/entries/0": gone,
  }),
  spoilt("ledger_unread", yanshan, "/ledgers/0", { "/components/0/ledgers": gone }),
  spoilt("tiers_gap", pingyang, "/ledgers/3/tiers/levels/1", {
    "/ledgers/3/tiers/levels/1/to": 3.8,
  }),
  spoilt("tiers_overlap", pingyang, "/ledgers/3/tiers/levels/1", {
    "/ledgers/3/tiers/levels/1/to": 4,
  }),
  spoilt("tiers_beyond_range", pingyang, "/ledgers/3/tiers/levels", {
    "/ledgers/3/tiers/levels/2/from": 1,
  }),
  spoilt("assessor_missing", pingyang, "/ledgers/3/assessors", {
    "/ledgers/3/assessors/0/scores": "dual-managed",
  }),
];
