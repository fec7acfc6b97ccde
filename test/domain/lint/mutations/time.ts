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

export const timeSpoilt: readonly Mutation[] = [
  replaced("unknown_time_zone", yanshan, "/timeZone", "Asia/Yanshan"),
  replaced("unknown_time_zone", yanshan, "/timeZone", "+08:00"),
  spoilt("window_reversed", yanshan, "/calendar/0/window", {
    "/calendar/0/window/to": "2024-06-30",
  }),
  spoilt("range_reversed", haifeng, "/awards/0/places", { "/awards/0/places/from": 11 }),
  spoilt("range_reversed", dianjiang, "/ledgers/0/catalogue/0/points", {
    "/ledgers/0/catalogue/0/points/from": 101,
  }),
  spoilt("periods_overlap", pingyang, "/components/2/parts/1/periods/1", {
    "/components/2/parts/1/periods/1/window/from": "2020-02-29",
  }),
  spoilt("period_outside_window", pingyang, "/components/2/parts/1/periods/3/window", {
    "/components/2/parts/1/periods/3/window/to": "2020-12-31",
  }),
  spoilt("state_missing", haifeng, "/states", { "/states/1": gone }),
  spoilt("states_out_of_order", haifeng, "/states/1", {
    "/states": ["draft", "closed", "open", "published"],
  }),
  spoilt("states_out_of_order", yanshan, "/states/3", {
    "/states": ["draft", "open", "closed", "appeals", "published"],
  }),
  spoilt("states_out_of_order", haifeng, "/states/3", {
    "/states": ["draft", "open", "closed", "final", "published"],
  }),
  spoilt("state_not_passed", dianjiang, "/deadlines/2/after", { "/states/3": gone }),
  replaced("state_not_passed", yanshan, "/calendar/0/state", "rectifying"),
  spoilt("deadline_unclear", yanshan, "/deadlines/1", { "/deadlines/1/days": 3 }),
  spoilt("deadline_unclear", yanshan, "/deadlines/1", { "/deadlines/1/after": gone }),
  spoilt("continuous_single", neixiang, "/continuous", { "/cycle": "single" }),
  replaced("accept_days_short", neixiang, "/acceptDays", 13),
  spoilt("late_ratings_cut", neixiang, "/lateRatingDays", { "/acceptDays": 29 }),
  spoilt("appeals_without_deadline", yanshan, "/states", { "/deadlines/1": gone }),
];
