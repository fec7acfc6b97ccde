import { expect, test } from "vitest";
import { firstDifference, patience } from "./agreement.ts";
import { comparisons } from "./comparisons.ts";
import { document } from "./engine.ts";

/** A document that says something else than the county's text: agreement is worth little unless this is noticed. */
const changes: readonly [county: keyof typeof comparisons, from: string, to: string][] = [
  ["dianjiang", '"value": 30, "bad": true', '"value": 30'],
  ["dianjiang", '"value": 60', '"value": 61'],
  ["dianjiang", '"floor": 0', '"floor": -1000'],
  ["dianjiang", '"from": 1, "to": 4', '"from": 1, "to": 5'],
  ["dianjiang", '"from": 1, "to": 3', '"from": 1, "to": 2'],
  ["dianjiang", '"end": "worst"', '"end": "best"'],
  ["dianjiang", '"rounds": 3', '"rounds": 2'],
  ["dianjiang", '"entries": ["national-bad-rating"]', '"entries": ["misconduct"]'],
  ["dianjiang", '"minimumVolume": true', '"minimumVolume": false'],
  ["dianjiang", '"volume": 4', '"volume": 5'],
  ["dianjiang", '"trailingRounds": 4', '"trailingRounds": 3'],
  ["dianjiang", '"sms": "2022-04-01"', '"sms": "2022-07-01"'],
  ["dianjiang", '"recipient": "agency",\n      "minimumVolume"', '"minimumVolume"'],
  ["haifeng", '"weight": 0.3', '"weight": 0.35'],
  ["haifeng", '"weights": "normalised"', '"weights": "equal-ballots"'],
  ["haifeng", '"step": 0.5', '"step": 0.25'],
  ["haifeng", '"points": 4.5', '"points": 5'],
  ["haifeng", '"to": 10 },\n      "effects": [{', '"to": 9 },\n      "effects": [{'],
  ["haifeng", '"to": 6', '"to": 7'],
  ["haifeng", '"range": { "from": 0, "to": 10 }', '"range": { "from": 0, "to": 20 }'],
  [
    "neixiang",
    '"The service is public" },\n          "points": 20',
    '"The service is public" },\n          "points": 30',
  ],
  ["neixiang", '"channels": ["third_party"]', '"channels": ["web"]'],
  ["yanshan", '"most": 10', '"most": 9'],
  ["yanshan", '"notBefore": "2024-01-01"', '"notBefore": "2023-12-31"'],
  ["yanshan", '"notBefore": "2024-01-01"', '"notBefore": "2024-01-02"'],
  ["yanshan", '"required": true', '"required": false'],
  ["yanshan", '"tags": ["industry"]', '"tags": ["industry", "tax"]'],
  ["yanshan", '"best": "lowest"', '"best": "highest"'],
  ["yanshan", '"ledgers": ["matters"]', '"ledgers": []'],
  ["yanshan", '"streams": ["targeted", "sampled"]', '"streams": ["targeted"]'],
  ["pingyang", '"below": 30', '"below": 29'],
  ["pingyang", '"below": 30', '"below": 31'],
  ["pingyang", '"own": 0.3, "mean": 0.7', '"own": 0.4, "mean": 0.6'],
  ["pingyang", '"noBallots": "mean"', '"noBallots": "not-computable"'],
  ["pingyang", '"value": 0.6', '"value": 0.5'],
  ["pingyang", '"to": "2020-07-31"', '"to": "2020-07-30"'],
  ["pingyang", '"scope": { "pools": ["enforcement"] }', '"scope": { "pools": ["approval"] }'],
  ["pingyang", '"times": 0.5', '"times": 1'],
  ["pingyang", '"times": 2', '"times": 1'],
  ["pingyang", '"full": 10,', '"full": 12,'],
  ["pingyang", '"to": "2020-02-29"', '"to": "2020-02-28"'],
  [
    "pingyang",
    '"window": { "from": "2019-12-01", "to": "2020-11-30" }',
    '"window": { "from": "2019-11-30", "to": "2020-11-30" }',
  ],
  ["pingyang", '"weight": 2', '"weight": 1'],
  ["pingyang", '"scores": "managed-by-township"', '"scores": "dual-managed"'],
  ["pingyang", '"cap": 5', '"cap": 6'],
  ["pingyang", '"onePerDeed": true', '"onePerDeed": false'],
  ["pingyang", '"points": 15', '"points": 10'],
  [
    "pingyang",
    '"list": "bottom", "award": "dissatisfied"',
    '"list": "top", "award": "dissatisfied"',
  ],
  [
    "pingyang",
    '"exemption": { "award": "satisfied", "rounds": 2 }',
    '"exemption": { "award": "satisfied", "rounds": 1 }',
  ],
  ["pingyang", '"from": { "of": "list", "list": "top" }', '"from": { "of": "all" }'],
  ["pingyang", '"pointsInsteadOf": "dissatisfied",', ""],
  ["pingyang", '"managedBy": "dual", "points": 2.5', '"managedBy": "dual", "points": 5'],
  [
    "pingyang",
    '"award": "most-dissatisfied",\n      "rounds": 2',
    '"award": "most-dissatisfied",\n      "rounds": 3',
  ],
];

test.each(changes)(
  "a random county shows when the document departs from the text: %s, %s read as %s",
  (county, from, to) => {
    const { document: id, make, differences } = comparisons[county];
    const changed = document(id, { from, to });
    const first = firstDifference(400, make, (trial, seed) => differences(changed, trial, seed));
    expect(first).toBeDefined();
  },
  patience,
);
