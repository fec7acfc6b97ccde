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

export const ballotsSpoilt: readonly Mutation[] = [
  replaced("wrong_instrument", haifeng, "/components/0/stream", "opinions"),
  replaced("wrong_instrument", neixiang, "/statistics/12/stream", "window"),
  spoilt("wrong_instrument", yanshan, "/components/0/stream", {
    "/components/0": {
      kind: "levels-mean",
      id: "votes",
      label: text,
      points: 5,
      stream: "targeted",
      noBallots: "not-computable",
    },
  }),
  replaced("wrong_ledger", pingyang, "/components/2/ledger", "supervisors"),
  replaced("wrong_ledger", pingyang, "/components/4/ledger", "complaints"),
  spoilt("streams_overlap", pingyang, "/streams/1", { "/streams/1/window/from": "2020-07-31" }),
  spoilt("streams_overlap", yanshan, "/streams/1", { "/streams/1/groups/-": "leaders" }),
  replaced("draw_not_possible", dianjiang, "/streams/0/draw", { size: 200, randomness: text }),
  spoilt("draw_not_possible", yanshan, "/streams/1/draw", { "/continuous": true }),
  replaced("revote_not_possible", yanshan, "/instruments/0/revote", "until-closing"),
  replaced("revote_of_visit", neixiang, "/instruments/1/revote", "until-closing"),
  replaced("anonymity_not_possible", yanshan, "/groups/0/anonymity", "two-step"),
  spoilt("anonymity_not_possible", neixiang, "/groups/0/anonymity", {
    "/groups/0/channels/-": "phone",
  }),
  spoilt("nothing_is_bad", dianjiang, "/awards/3/stream", {
    "/instruments/0/levels/3/bad": gone,
    "/instruments/0/levels/4/bad": gone,
  }),
  spoilt("nothing_is_bad", yanshan, "/cases/opensOn/1", { "/cases/opensOn/-": "bad-rating" }),
  replaced("group_below_threshold", haifeng, "/groups/0/quota", 9),
  spoilt("group_below_threshold", yanshan, "/groups/2/draw/size", {
    "/groups/2/draw/size": 9,
    "/groups/2/quota": gone,
  }),
  replaced("quota_unfillable", yanshan, "/groups/1/draw/size", 49),
  spoilt(
    "quota_unfillable",
    haifeng,
    "/groups/2/quota",
    {},
    { facts: { rosters: { townships: 1999 } } },
  ),
  spoilt(
    "quota_unfillable",
    yanshan,
    "/groups/1/draw/size",
    {},
    { facts: { rosters: { "new-business": 49 } } },
  ),
  spoilt("shares_not_one", pingyang, "/groups", { "/groups/3/share": 0.3 }),
  spoilt("group_unheard", haifeng, "/groups/5", {
    "/groups/-": { id: "guests", label: text, channels: ["paper"] },
  }),
  spoilt("instrument_unused", haifeng, "/instruments/1", {
    "/streams/1": gone,
    "/statistics/0": gone,
  }),
  spoilt("stream_unread", haifeng, "/streams/1", { "/statistics/0": gone }),
  spoilt("instrument_unscored", neixiang, "/instruments/0", {
    "/total": {},
    "/ranking": { by: "total", best: "highest", within: "all" },
  }),
  spoilt("levels_not_descending", dianjiang, "/instruments/0/levels", {
    "/instruments/0/levels/1/value": 60,
  }),
];
