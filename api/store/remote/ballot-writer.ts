import type { Client, InStatement } from "@libsql/client";
import { logError } from "../../log.ts";
import { Refusal } from "../../refusal.ts";
import { ballotSql } from "../ballot-sql.ts";
import { type BallotWriter, earlierOutcome, type NewBallot, outcomeOf } from "../ballot-writer.ts";

const statementsOf = (ballot: NewBallot): InStatement[] =>
  [ballotSql.insert, ballotSql.supersede, ballotSql.recorded, ballotSql.refused].map((sql) => ({
    sql,
    args: argumentsOf(sql, ballot),
  }));

/** The ballots of one request are one write batch over HTTP: a transaction without a round trip between its statements. */
export function openRemoteBallotWriter(urn: Client): BallotWriter {
  return {
    async write(ballots) {
      const results = await urn.batch(ballots.flatMap(statementsOf), "write").catch(refuse);
      return ballots.map((ballot, index) => {
        const [inserted, , recorded, refused] = results.slice(index * 4, index * 4 + 4);
        return outcomeOf(ballot, {
          inserted: inserted?.rows[0],
          recorded: recorded?.rows[0],
          refused: refused?.rows[0],
        });
      });
    },
    async find({ serial, body }) {
      const asked = urn.execute({ sql: ballotSql.recorded, args: { serial } });
      const { rows } = await asked.catch(refuse);
      return earlierOutcome({ body }, rows[0]);
    },
    async close() {},
  };
}

function refuse(error: unknown): never {
  logError("urn_write_failed", { message: String(error) });
  throw new Refusal("storage_failed");
}

/** A server refuses a parameter that its statement does not have. */
function argumentsOf(sql: string, ballot: NewBallot) {
  const { arrivedAt, credential, ...columns } = ballot;
  const all = { ...columns, arrivedAt, credential };
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => new RegExp(`:${name}\\b`).test(sql)),
  );
}
