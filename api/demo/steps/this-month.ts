import { createRound, listRounds, openRound, type Wanping } from "../../../sdk/index.ts";
import { june } from "../june.ts";

/** Opens the current month's round, so that a visitor of the demonstration can cast a ballot of their own today. */
export async function keepThisMonthOpen({
  clock,
  organiser: client,
}: {
  clock: () => number;
  organiser: Wanping;
}): Promise<void> {
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(clock());
  const month = today.slice(0, 7);
  const id = `neixiang-${month}`;
  const { items } = await listRounds({
    client,
    query: { programme: june.programme, state: "open" },
  });
  if (items.some((round) => round.id === id)) return;
  const { programme, version } = june;
  const body = { id, programme, version, from: `${month}-01`, to: lastDayOf(month) };
  await createRound({ client, body });
  await openRound({ client, path: { round: id } });
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
