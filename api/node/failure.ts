/** Something that keeps the program from running and that its operator can put right: told in one line, without a stack. */
export class Failure extends Error {
  constructor(zh: string, en: string) {
    super(`${zh} | ${en}`);
    this.name = "Failure";
  }
}

/** Code of a system error, such as `EADDRINUSE`; "" for any other. */
export function systemCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : "";
}

/** Runs a program to its end: an expected failure is one line and exit code 1. */
export async function runProgram(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    process.exit(1);
  }
}
