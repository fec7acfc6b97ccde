import { Ballot, castBallot, castBallots } from "../../schema/contract/ballots.ts";
import { languageOf } from "../http/language.ts";
import { problemOf } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { refusalOf } from "../http/validation.ts";
import { Refusal } from "../refusal.ts";
import * as ballots from "../use-cases/ballots/index.ts";
import { contextOf, type Services } from "./services.ts";

export function ballotRoutes(services: Services) {
  const router = createRouter();
  router.openapi(castBallot, async (c) => {
    const ctx = contextOf(services, c);
    return c.json(await ballots.castBallot({ ctx, input: c.req.valid("json") }), 201);
  });
  router.openapi(castBallots, async (c) => {
    const ctx = contextOf(services, c);
    const input = c.req.valid("json").ballots.map(ballotOrRefusal);
    const language = languageOf(c.req.header("accept-language"));
    const results = (await ballots.castBallots({ ctx, input })).map((result) => {
      if (!(result instanceof Refusal)) return { status: 201 as const, receipt: result };
      const problem = problemOf(result, language);
      return { status: problem.status, problem };
    });
    return c.json({ results }, 200);
  });
  return router;
}

/** The form of one ballot of a batch, judged apart from its neighbours. Pointers start at the ballot. */
function ballotOrRefusal(item: unknown): Ballot | Refusal {
  const parsed = Ballot.safeParse(item);
  return parsed.success ? parsed.data : refusalOf(parsed.error.issues, "json");
}
