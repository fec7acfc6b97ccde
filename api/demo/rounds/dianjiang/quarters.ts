/** The four quarters that the demonstration plays, so that three clean ones in a row can happen. */
export const quarters = [
  { number: 1, from: "2022-01-01", to: "2022-03-31" },
  { number: 2, from: "2022-04-01", to: "2022-06-30" },
  { number: 3, from: "2022-07-01", to: "2022-09-30" },
  { number: 4, from: "2022-10-01", to: "2022-12-31" },
] as const;

export type Quarter = (typeof quarters)[number];

export const roundOf = ({ number }: Quarter) => `dianjiang-2022-q${number}`;
