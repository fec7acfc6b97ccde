import type { DianjiangSize } from "../../api/demo/rounds/dianjiang/script.ts";
import type { HaifengSize } from "../../api/demo/rounds/haifeng/script.ts";
import type { PingyangSize } from "../../api/demo/rounds/pingyang/script.ts";
import type { YanshanSize } from "../../api/demo/rounds/yanshan/script.ts";

/** The demonstration's rounds with few units and few ballots. */
export const smallHaifeng: HaifengSize = {
  offices: 21,
  sheets: {
    "county-leaders": { sheets: 10, together: 10 },
    "county-offices": { sheets: 231, together: 1 },
    townships: { sheets: 231, together: 1 },
    delegates: { sheets: 20, together: 10 },
    public: { sheets: 252, together: 1 },
  },
  opinions: 2,
};

export const smallYanshan: YanshanSize = {
  sections: 14,
  voters: {
    leaders: 50,
    "new-business": 12,
    "project-heads": 10,
    "people-served": 15,
    public: 230,
  },
  matters: 12,
  cards: 2,
};

export const smallDianjiang: DianjiangSize = {
  sections: 24,
  ratings: [12, 16],
  letters: { "township-leaders": 5, delegates: 10, "enterprise-heads": 12 },
};

/** Few more units than the 88 places that the county's own have on the lists. */
export const smallPingyang: PingyangSize = { units: 95, votes: [10, 12], voters: 60 };
