/** One request of the device under test, and what we made of it. */
export interface Exchange {
  phase: string;
  /** Milliseconds; for differences only. */
  at: number;
  path: string;
  token: string | undefined;
  body: string;
  /** Whether the device got to see an answer. */
  answered: boolean;
  status: number;
  /** Serials that the server recorded with this request. */
  recorded: string[];
}

export interface SentBallot {
  serial: string;
  number?: number;
}

const single = "/v1/ballots";
const batch = "/v1/ballots/batch";

export function carriesBallots({ path }: Pick<Exchange, "path">): boolean {
  return path === single || path === batch;
}

export function asksForToken({ path }: Pick<Exchange, "path">): boolean {
  return path === "/v1/token";
}

/** The ballots that a request carries, whichever operation it uses. */
export function ballotsIn({ path, body }: Pick<Exchange, "path" | "body">): SentBallot[] {
  if (path !== single && path !== batch) return [];
  const json = objectIn(body);
  return path === single ? [json] : json.ballots;
}

/** The serials that an answer confirms. */
export function recordedIn(path: string, status: number, answer: string): string[] {
  if (path === single && status === 201) return [objectIn(answer).serial];
  if (path !== batch || status !== 200) return [];
  const results: { receipt?: { serial: string } }[] = objectIn(answer).results;
  return results.flatMap(({ receipt }) => (receipt ? [receipt.serial] : []));
}

/** Header and claims of the assertion with which a token is asked for. */
export function assertionIn({ body }: Pick<Exchange, "body">) {
  const [header = "", claims = ""] = (
    new URLSearchParams(body).get("client_assertion") ?? ""
  ).split(".");
  return { header: decoded(header), claims: decoded(claims) };
}

// biome-ignore lint/suspicious/noExplicitAny: what a device under test sends may be anything; a wrong shape shows as a failed check.
function objectIn(text: string): any {
  return JSON.parse(text);
}

function decoded(part: string) {
  return objectIn(atob(part.replaceAll("-", "+").replaceAll("_", "/")));
}
