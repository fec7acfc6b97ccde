import { setTimeout as sleep } from "node:timers/promises";
import Database from "libsql";
import { z } from "zod";
import {
  type Batch,
  type Bindable,
  type Condition,
  decode,
  encode,
  type Request,
  type Statement,
  type StatementResult,
  type WireError,
} from "./hrana-wire.ts";

const Rows = z.array(z.array(z.unknown()));
const Counters = z.tuple([z.bigint(), z.bigint(), z.bigint()]);
const SqliteError = z.object({ message: z.string(), code: z.string() });

/** One connection to the database, with the statements that its present client stored. */
export class HranaStream {
  readonly #database: Database.Database;
  readonly #lockTimeout: number;
  readonly #stored = new Map<number, string>();
  closed = false;

  constructor(file: string, lockTimeout: number) {
    this.#database = new Database(file);
    this.#database.defaultSafeIntegers(true);
    this.#database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF");
    this.#lockTimeout = lockTimeout;
  }

  /** Makes the connection as new. It is used again, because libsql keeps the files of a closed one open for long. */
  reset(): void {
    if (this.#database.inTransaction) this.#database.exec("ROLLBACK");
    this.#stored.clear();
    this.closed = false;
  }

  dispose(): void {
    this.reset();
    this.#database.close();
  }

  async answer(request: Request): Promise<object> {
    const { type } = request;
    try {
      return { type: "ok", response: { type, ...(await this.#perform(request)) } };
    } catch (error) {
      return { type: "error", error: wireErrorOf(error) };
    }
  }

  async #perform(request: Request): Promise<{ result?: object }> {
    switch (request.type) {
      case "execute":
        return { result: await this.#execute(request.stmt) };
      case "batch":
        return { result: await this.#batch(request.batch) };
      case "sequence":
        this.#database.exec(this.#textOf(request));
        return {};
      case "store_sql":
        this.#stored.set(request.sql_id, request.sql);
        return {};
      case "close_sql":
        this.#stored.delete(request.sql_id);
        return {};
      case "close":
        this.closed = true;
        return {};
    }
  }

  async #batch({ steps }: Batch): Promise<object> {
    const results: (StatementResult | null)[] = [];
    const errors: (WireError | null)[] = [];
    const holds = (condition: Condition): boolean => {
      switch (condition.type) {
        case "ok":
          return Boolean(results[condition.step]);
        case "error":
          return Boolean(errors[condition.step]);
        case "not":
          return !holds(condition.cond);
        case "and":
          return condition.conds.every(holds);
        case "or":
          return condition.conds.some(holds);
        case "is_autocommit":
          return !this.#database.inTransaction;
      }
    };
    for (const { condition, stmt } of steps) {
      const skipped = condition !== undefined && !holds(condition);
      const outcome = skipped ? undefined : await this.#execute(stmt).catch(wireErrorOf);
      results.push(outcome && "rows" in outcome ? outcome : null);
      errors.push(outcome && "code" in outcome ? outcome : null);
    }
    return { step_results: results, step_errors: errors };
  }

  /** Waits for another connection's transaction without blocking the process, in which that one must go on. */
  async #execute(statement: Statement): Promise<StatementResult> {
    const deadline = performance.now() + this.#lockTimeout;
    for (;;) {
      try {
        return this.#executeNow(statement);
      } catch (error) {
        const busy = SqliteError.safeParse(error).data?.code === "SQLITE_BUSY";
        if (!busy || performance.now() > deadline) throw error;
        await sleep(2);
      }
    }
  }

  #executeNow(statement: Statement): StatementResult {
    const prepared = this.#database.prepare(this.#textOf(statement));
    const bound = bindingOf(statement);
    const [before] = this.#counters();
    const rows = prepared.reader ? Rows.parse(prepared.raw(true).all(bound)) : [];
    if (!prepared.reader) prepared.run(bound);
    const [after, changes, lastRow] = this.#counters();

    const columns = prepared.reader ? prepared.columns() : [];
    return {
      cols: columns.map(({ name, type }) => ({ name, decltype: type })),
      rows: rows.map((row) => row.map(encode)),
      affected_row_count: after === before ? 0 : Number(changes),
      last_insert_rowid: String(lastRow),
    };
  }

  /** A query leaves the count of the last write as it was; only the total tells whether this statement wrote. */
  #counters() {
    const sql = "SELECT total_changes(), changes(), last_insert_rowid()";
    return Counters.parse(this.#database.prepare(sql).raw(true).get());
  }

  #textOf({ sql, sql_id: number }: { sql?: string | undefined; sql_id?: number | undefined }) {
    const text = sql ?? this.#stored.get(number ?? -1);
    if (text === undefined) throw new Error(`no statement is stored as ${number}`);
    return text;
  }
}

function bindingOf({ args, named_args: named }: Statement): Bindable[] | Record<string, Bindable> {
  if (named.length === 0) return args.map(decode);
  return Object.fromEntries(
    named.map(({ name, value }) => [name.replace(/^[:@$]/, ""), decode(value)]),
  );
}

/** As sqld says it: SQLite's base code, without what kind of constraint it was. */
function wireErrorOf(error: unknown): WireError {
  const { data } = SqliteError.safeParse(error);
  if (!data) return { message: String(error), code: "SQL_PARSE_ERROR" };
  if (data.code === "SQLITE_ERROR") {
    return { message: `SQL input error: ${data.message} (at offset 0)`, code: "SQL_INPUT_ERROR" };
  }
  const code = /^SQLITE_[A-Z]+/.exec(data.code)?.[0] ?? "SQLITE_UNKNOWN";
  return { message: `SQLite error: ${data.message}`, code };
}
