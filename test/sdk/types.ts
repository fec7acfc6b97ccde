import { expectTypeOf } from "vitest";
import type * as sdk from "../../sdk/index.ts";
import type { BallotOutcome, Wanping } from "../../sdk/index.ts";
import {
  each,
  getRoundResult,
  getUnit,
  listAgencies,
  listCommitments,
  listDevices,
  listProgrammes,
  listRounds,
  listTallies,
  listUnitResults,
  listUnits,
  listVisitCounts,
  type ProblemCode,
  ProblemError,
  withResponse,
} from "../../sdk/index.ts";

declare const client: Wanping;
const inRound = { client, path: { round: "neixiang-2020-06" } };
const ofUnit = { client, path: { unit: "unit-012" } };

/** Never called: the compiler judges it, as part of `npm run check:types`. */
export function lists() {
  expectTypeOf(each(listAgencies, { client })).toEqualTypeOf<AsyncGenerator<sdk.Agency, void>>();
  expectTypeOf(each(listUnits, { client })).toEqualTypeOf<AsyncGenerator<sdk.Unit, void>>();
  expectTypeOf(each(listRounds, { client })).toEqualTypeOf<AsyncGenerator<sdk.Round, void>>();
  expectTypeOf(each(listDevices, { client })).toEqualTypeOf<AsyncGenerator<sdk.Device, void>>();
  expectTypeOf(each(listProgrammes, { client })).toEqualTypeOf<
    AsyncGenerator<sdk.ProgrammeSummary, void>
  >();
  expectTypeOf(each(listUnitResults, inRound)).toEqualTypeOf<
    AsyncGenerator<sdk.UnitResult, void>
  >();
  expectTypeOf(each(listTallies, inRound)).toEqualTypeOf<AsyncGenerator<sdk.TallyCell, void>>();
  expectTypeOf(each(listCommitments, ofUnit)).toEqualTypeOf<AsyncGenerator<sdk.Commitment, void>>();
  const days = { ...ofUnit, query: { from: "2020-06-01", to: "2020-06-30" } };
  expectTypeOf(each(listVisitCounts, days)).toEqualTypeOf<
    AsyncGenerator<{ on: string; visits: number }, void>
  >();

  // @ts-expect-error: no such filter
  void each(listUnits, { client, query: { colour: "red" } });
  // @ts-expect-error: a round is needed
  void each(listUnitResults, { client });
  // @ts-expect-error: without a client there is no server
  void each(listUnits, {});
}

/** Every list of the contract, also one that is added tomorrow. */
type Lists = {
  [Name in keyof typeof sdk as Name extends `list${string}` ? Name : never]: (typeof sdk)[Name];
};
type ItemOf<List> = List extends (...parameters: never[]) => Promise<infer Answer>
  ? NonNullable<Answer> extends { items: (infer Item)[] }
    ? Item
    : unknown
  : unknown;
type Untyped = { [Name in keyof Lists]: unknown extends ItemOf<Lists[Name]> ? Name : never };

export function everyList() {
  expectTypeOf<"listUnits">().toExtend<keyof Lists>();
  expectTypeOf<Untyped[keyof Lists]>().toEqualTypeOf<never>();
}

export function calls() {
  expectTypeOf(getUnit(ofUnit)).resolves.toEqualTypeOf<sdk.UnitDetail>();
  expectTypeOf(withResponse(getRoundResult, inRound)).resolves.toEqualTypeOf<{
    data: sdk.RoundResult;
    response: Response;
  }>();
  // @ts-expect-error: a unit has no such member
  void getUnit(ofUnit).then(({ colour }) => colour);
}

export function refusals(error: unknown, outcome: BallotOutcome) {
  if (error instanceof ProblemError) {
    expectTypeOf<"round_not_open">().toExtend<ProblemCode>();
    expectTypeOf(error.retry).toEqualTypeOf<"never" | "after-fix" | "later">();
    expectTypeOf(error.errors[0]).toEqualTypeOf<
      { pointer: string; code: string; detail: string } | undefined
    >();
  }
  if (outcome.status === "recorded") expectTypeOf(outcome.receipt).toEqualTypeOf<sdk.Receipt>();
  else expectTypeOf(outcome.error).toExtend<sdk.WanpingError>();
}
