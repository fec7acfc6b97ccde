/** The past month that the demonstration plays. */
export const june = {
  round: "neixiang-2020-06",
  programme: "neixiang-per-visit",
  version: "2020-demo",
  from: "2020-06-01",
  to: "2020-06-30",
  seed: "june 2020",
  ballots: 20_900,
  /** When what happens, in the county. */
  registered: "2020-05-18T09:00:00+08:00",
  drafted: "2020-05-25T09:00:00+08:00",
  installed: "2020-05-28T09:00:00+08:00",
  closed: "2020-08-03T09:00:00+08:00",
  published: "2020-08-05T10:00:00+08:00",
};
