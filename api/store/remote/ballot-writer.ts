import type { Client, InStatement } from "@libsql/client";
import { Refusal } from "../../refusal.ts";
import { ballotSql } from "../ballot-sql.ts";
import { type BallotWriter, type NewBallot, outcomeOf, type ReadRow } from "../ballot-writer.ts";

/** Each ballot is one write batch over HTTP: a transaction without a round trip between its statements. */
export function openRemoteBallotWriter(urn: Client): BallotWriter {
  return {
    async write(ballot) {
      const statement = (sql: string): InStatement => ({ sql, args: { ...argumentsOf(ballot) } });
      const results = await urn
        .batch(
          [statement(ballotSql.insert), statement(ballotSql.supersede), statement(ballotSql.read)],
          "write",
        )
        .catch((error: unknown) => {
          console.error(
            JSON.stringify({ level: "error", event: "urn_write_failed", message: String(error) }),
          );
          throw new Refusal("storage_failed");
        });
      const [inserted, , read] = results;
      const row = read?.rows[0];
      if (!inserted || !row) throw new Refusal("storage_failed");
      return outcomeOf(ballot, inserted.rowsAffected > 0, row as unknown as ReadRow);
    },
    async close() {},
  };
}

/** The batch protocol refuses names that a statement does not use only on some servers: all statements use a subset. */
function argumentsOf(ballot: NewBallot) {
  return { ...ballot };
}
