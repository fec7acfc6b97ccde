import {
  drawBallots,
  fixShortlist,
  listDecisions,
  listDraws,
  recordDecision,
} from "../../schema/contract/decisions.ts";
import { whatIf } from "../../schema/contract/explanations.ts";
import { reportBallots } from "../../schema/contract/past-ballots.ts";
import { languageOf } from "../http/language.ts";
import { problemOf } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { Refusal } from "../refusal.ts";
import * as decisions from "../use-cases/decisions/index.ts";
import * as explanations from "../use-cases/explanations/index.ts";
import * as reported from "../use-cases/reported-ballots/index.ts";
import { contextOf, type Services } from "./services.ts";

export function decisionRoutes(services: Services) {
  const router = createRouter();
  router.openapi(recordDecision, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(await decisions.recordDecision({ ctx: contextOf(services, c), input }), 201);
  });
  router.openapi(listDecisions, async (c) => {
    const input = c.req.valid("param");
    return c.json(await decisions.listDecisions({ ctx: contextOf(services, c), input }), 200);
  });
  router.openapi(fixShortlist, async (c) => {
    const input = c.req.valid("param");
    return c.json(await decisions.fixShortlist({ ctx: contextOf(services, c), input }), 200);
  });
  router.openapi(drawBallots, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(await decisions.drawBallots({ ctx: contextOf(services, c), input }), 200);
  });
  router.openapi(listDraws, async (c) => {
    const input = c.req.valid("param");
    return c.json(await decisions.listDraws({ ctx: contextOf(services, c), input }), 200);
  });
  router.openapi(reportBallots, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    const language = languageOf(c.req.header("accept-language"));
    const outcomes = await reported.reportBallots({ ctx: contextOf(services, c), input });
    const results = outcomes.map((outcome) => {
      if (!(outcome instanceof Refusal)) return { status: 201 as const, receipt: outcome };
      const problem = problemOf(outcome, language);
      return { status: problem.status, problem };
    });
    return c.json({ results }, 200);
  });
  router.openapi(whatIf, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(await explanations.whatIf({ ctx: contextOf(services, c), input }), 200);
  });
  return router;
}
