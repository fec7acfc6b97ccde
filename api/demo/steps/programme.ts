import { createRound, openRound, uploadProgramme } from "../../../sdk/index.ts";
import { demoProgramme, originalProgramme } from "../document.ts";
import { june } from "../june.ts";
import type { Step } from "../step.ts";

export const programme: Step = {
  id: "programme",
  title: { zh: "上传评价办法，开启六月的一轮", en: "Programme uploaded, June's round opened" },
  async run({ clock, organiser: client }) {
    clock.set(june.drafted);
    await uploadProgramme({ client, body: originalProgramme() });
    await uploadProgramme({ client, body: demoProgramme() });
    const { round: id, programme, version, from, to } = june;
    await createRound({ client, body: { id, programme, version, from, to } });
    clock.set(june.installed);
    await openRound({ client, path: { round: id } });
  },
};
