import type { Clock } from "../clock.ts";

/** Bearer tokens from something that can make new ones. */
export interface TokenSource {
  /** A token that is good now. */
  token(): Promise<string>;
  /** A token other than the one that the server has just refused. */
  renew(refused: string): Promise<string>;
}

/** Of a token's life; the rest is kept for requests under way. */
const usedShare = 0.9;

/** Asks for a token when one is needed, keeps it until shortly before it expires, and never asks twice at once. */
export function createTokenSource(
  ask: () => Promise<{ token: string; lifeMs: number }>,
  clock: Clock,
): TokenSource {
  let held: Promise<{ token: string; refreshAt: number }> | undefined;

  async function askAnew() {
    const { token, lifeMs } = await ask();
    return { token, refreshAt: clock.now() + lifeMs * usedShare };
  }

  async function current() {
    if (!held) held = askAnew();
    try {
      return await held;
    } catch (error) {
      held = undefined;
      throw error;
    }
  }

  return {
    async token() {
      const { token, refreshAt } = await current();
      if (clock.now() < refreshAt) return token;
      held = undefined;
      return (await current()).token;
    },
    async renew(refused) {
      // Of many requests refused together, the first renews and the others find its token.
      if ((await current()).token === refused) held = undefined;
      return (await current()).token;
    },
  };
}
