/** Something that keeps the program from running and that its operator can put right: told in one line, without a stack. */
export class Failure extends Error {
  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(`${zh} | ${en}`, options);
    this.name = "Failure";
  }
}

/** Code of a system error, such as `EADDRINUSE`; "" for any other. */
export function systemCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : "";
}

/** Says what failed: one line where it is an expected failure, and whatever brought it about. */
export function tellFailure(error: unknown): void {
  console.error(error instanceof Failure ? error.message : error);
  if (error instanceof Failure && error.cause !== undefined) console.error(error.cause);
}

/** Runs a program to its end: an expected failure is one line and exit code 1. */
export async function runProgram(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    tellFailure(error);
    process.exit(1);
  }
}
