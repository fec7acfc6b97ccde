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

function nobody(county: string, at: string): Mutation {
  return replaced("unknown_name", county, at, "nobody");
}

export const namesSpoilt: readonly Mutation[] = [
  spoilt("duplicate_name", haifeng, "/groups/1", { "/groups/1/id": "county-leaders" }),
  spoilt("duplicate_name", pingyang, "/subtotals/0", { "/subtotals/0/id": "bonus" }),
  spoilt("duplicate_name", haifeng, "/instruments/0/rules/1/indicators/0", {
    "/instruments/0/rules/1/indicators/0/id": "courtesy",
  }),
  spoilt("duplicate_name", pingyang, "/shortlist/places/1", {
    "/shortlist/places/1/system": "general",
  }),
  spoilt("duplicate_name", dianjiang, "/cases/routes/3", { "/cases/routes/1/about": "stubborn" }),
  replaced("listed_twice", yanshan, "/components/0/streams/1", "targeted"),
  spoilt("reserved_name", haifeng, "/components/0", { "/components/0/id": "total" }),
  spoilt("reserved_name", pingyang, "/shortlist/lists/0", { "/shortlist/lists/0/id": "shortlist" }),
  replaced("note_about_nothing", yanshan, "/notes/0/about", "instruments/ballot"),
  nobody(yanshan, "/groups/1/scope/tags/0"),
  spoilt("unknown_name", dianjiang, "/groups/0/channelsFrom/web", {
    "/groups/0/channelsFrom/web": "2022-04-01",
  }),
  nobody(pingyang, "/groups/1/scope/pools/0"),
  nobody(dianjiang, "/jointDraw/groups/0"),
  nobody(pingyang, "/instruments/1/among"),
  nobody(yanshan, "/streams/0/instrument"),
  nobody(yanshan, "/streams/0/groups/0"),
  nobody(dianjiang, "/minimumVolume/atLeast/0/pool"),
  nobody(neixiang, "/cases/outcomes/0/deadline"),
  nobody(yanshan, "/components/0/streams/0"),
  nobody(yanshan, "/components/0/ledgers/0"),
  nobody(pingyang, "/components/0/stream"),
  nobody(pingyang, "/components/2/ledger"),
  nobody(pingyang, "/components/2/parts/0/entries/0"),
  nobody(pingyang, "/subtotals/0/components/0"),
  nobody(neixiang, "/statistics/0/stream"),
  nobody(neixiang, "/statistics/2/levels/0"),
  nobody(neixiang, "/statistics/8/question"),
  nobody(pingyang, "/shortlist/carryIn/0/list"),
  nobody(pingyang, "/shortlist/carryIn/0/award"),
  nobody(pingyang, "/exemption/award"),
  nobody(dianjiang, "/awards/0/from/pool"),
  nobody(pingyang, "/awards/0/from/list"),
  nobody(pingyang, "/awards/1/from/award"),
  nobody(pingyang, "/awards/3/pointsInsteadOf"),
  nobody(pingyang, "/awards/4/award"),
  nobody(dianjiang, "/awards/3/stream"),
  nobody(dianjiang, "/awards/3/brokenBy/0/ledger"),
  nobody(dianjiang, "/awards/3/brokenBy/0/entries/0"),
  nobody(haifeng, "/awards/1/effects/1/tags/0"),
];
