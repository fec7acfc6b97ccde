import type { Programme } from "../../../../schema/programme.ts";
import { randomOf } from "../../random.ts";
import { dayOf } from "../days.ts";
import { qualityOf } from "../quality.ts";
import type { GivenBallot } from "../script.ts";

/** Through which group each type of respondent gets the form. */
const groupOf: Readonly<Record<string, string>> = {
  delegate: "delegates",
  "advisory-member": "delegates",
  "government-office": "county-offices",
  enterprise: "public",
  farmer: "public",
};

const suggestions = [
  "希望中午也有人值班。",
  "建议把需要的材料一次说清楚。",
  "希望能在网上查到办理进度。",
  "请增加一个咨询窗口。",
];

/** The second form, which is not scored and goes back to the office. */
export function opinionsOf(
  { instruments }: Programme,
  offices: readonly string[],
  each: number,
  span: { from: string; to: string },
): GivenBallot[] {
  const form = instruments.find((one) => one.kind === "questionnaire");
  if (!form) throw new Error("the programme has no questionnaire");
  const day = dayOf(span);
  return offices.flatMap((unit) => {
    const random = randomOf(`opinions on ${unit}`);
    const quality = qualityOf(unit);
    const weights = [
      ["satisfied", 0.2 + 0.6 * quality],
      ["basically", 0.35],
      ["dissatisfied", 0.35 - 0.33 * quality],
      ["dont-know", 0.15],
    ] as const;
    return Object.entries(groupOf).flatMap(([respondent, group]) =>
      Array.from({ length: each }, (): GivenBallot => {
        const questions = Object.fromEntries(
          form.questions.map(({ id }) => [id, random.weighted(weights)]),
        );
        const suggestion = suggestions[random.whole(0, 60)];
        return {
          instrument: form.id,
          group,
          channel: "paper",
          on: day(random),
          answers: {
            kind: "questionnaire",
            unit,
            respondent,
            questions,
            ...(suggestion !== undefined && { suggestion }),
          },
        };
      }),
    );
  });
}
