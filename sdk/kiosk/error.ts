export type Retry = "never" | "after-fix" | "later";

/** Why a kiosk could not do something: the cause, whether trying again helps, and what to do, in Chinese and English. */
export class KioskError extends Error {
  /** A problem code of the API, or one of the kiosk's own. */
  readonly code: string;
  readonly retry: Retry;
  /** HTTP status, where a server answered. */
  readonly status: number;
  readonly retryAfterMs: number | undefined;

  constructor(code: string, message: string, retry: Retry, status = 0, retryAfterMs?: number) {
    super(message);
    this.name = "KioskError";
    this.code = code;
    this.retry = retry;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** What the kiosk itself has to say. */
export const ownErrors = {
  no_answer: [
    "later",
    "服务器没有应答，稍后自动重试。The server does not answer; it is tried again.",
  ],
  not_enrolled: [
    "after-fix",
    "设备尚未登记，请输入登记码。Not enrolled yet: enter the enrolment code.",
  ],
  bad_code: ["after-fix", "登记码为 16 位字母和数字 2–7。The code has 16 letters and digits 2–7."],
  no_assignment: [
    "after-fix",
    "此设备今天没有分配到该单位，请联系组织方。Not assigned to this unit today: ask the organiser.",
  ],
  bad_backup: ["never", "这不是本程序导出的备份。This is not a backup of this program."],
} as const;

export function ownError(code: keyof typeof ownErrors): KioskError {
  const [retry, message] = ownErrors[code];
  return new KioskError(code, message, retry);
}

export function asKioskError(error: unknown): KioskError {
  if (error instanceof KioskError) return error;
  return new KioskError("failed", String(error), "later");
}
