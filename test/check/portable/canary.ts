/** Fails to compile once Node's types reach the portable code: the expected errors would no longer be there. */

// @ts-expect-error Node's `process` must be unknown to portable code.
export type ProcessIsUnknown = typeof process;

// @ts-expect-error Node's `Buffer` must be unknown to portable code.
export type BufferIsUnknown = typeof Buffer;

// @ts-expect-error Node's own modules must be unknown to portable code.
export type FileSystemIsUnknown = typeof import("node:fs");
