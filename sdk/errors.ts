import type { Problem, ProblemCode } from "./generated/types.gen.ts";

/** Every error that the SDK throws by itself. */
export class WanpingError extends Error {
  override name = "WanpingError";
}

/** The server answered, and refused. `message` says what was wrong and what to do, in the language asked for. */
export class ProblemError extends WanpingError {
  override name = "ProblemError";
  /** A stable name, one of `ProblemCode` or a later one; `unreadable_answer` when something else than Wanping answered. */
  readonly code: ProblemCode | "unreadable_answer" | (string & {});
  readonly status: number;
  readonly title: string;
  /** Whether the same request can succeed: `never`, `after-fix` (mend it first) or `later` (as it is). */
  readonly retry: Problem["retry"];
  /** A JSON pointer, a code and a sentence for each fault. */
  readonly errors: NonNullable<Problem["errors"]>;
  /** What stands in the way, where there is such a thing. */
  readonly existing: string | undefined;
  /** To be quoted to whoever runs the server. */
  readonly requestId: string | undefined;
  /** Status and headers as they came; the body has been read. Undefined for one ballot of a batch. */
  readonly response: Response | undefined;

  constructor(problem: Problem, response?: Response) {
    super(problem.detail);
    this.code = problem.code;
    this.status = problem.status;
    this.title = problem.title;
    this.retry = problem.retry;
    this.errors = problem.errors ?? [];
    this.existing = problem.existing;
    this.requestId = problem.requestId;
    this.response = response;
  }
}

/** No answer came: the network failed or time ran out. Whether the server has acted is unknown. */
export class NoAnswerError extends WanpingError {
  override name = "NoAnswerError";
  readonly attempts: number;
  /** True where sending the same request again cannot do anything twice. */
  readonly repeatable: boolean;

  constructor(particulars: { attempts: number; repeatable: boolean; cause: unknown }) {
    const { attempts, repeatable, cause } = particulars;
    const reason = cause instanceof Error ? cause.message : String(cause);
    const advice = repeatable
      ? ["可以原样重发，不会重复。", "Sending it again as it is does nothing twice."]
      : ["重发之前请先查询是否已生效。", "Look whether it took effect before you send it again."];
    super(
      `请求 ${attempts} 次均无应答（${reason}）。${advice[0]} No answer in ${attempts} attempt(s): ${reason}. ${advice[1]}`,
      { cause },
    );
    this.attempts = attempts;
    this.repeatable = repeatable;
  }
}

/** The answer to a conditional request (`if-none-match`): what you hold is still what the server has. */
export class NotModified extends WanpingError {
  override name = "NotModified";
  readonly response: Response;

  constructor(response: Response) {
    super("没有变化。Not modified.");
    this.response = response;
  }
}
