import { Problem } from "../../schema/contract/problem.ts";
import type { TestApp } from "./test-app.ts";

/** The JSON of a successful answer. */
// biome-ignore lint/suspicious/noExplicitAny: the answer was held against the contract already.
export async function read(answer: Promise<Response>): Promise<any> {
  const response = await answer;
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return response.json();
}

export async function problemOf(response: Response): Promise<Problem> {
  return Problem.parse(await response.json());
}

/** Every row of a list, page after page by its Link header. */
export async function pages(api: TestApp, path: string): Promise<{ id: string }[]> {
  const rows: { id: string }[] = [];
  let next: string | undefined = path;
  while (next) {
    const response: Response = await api.request("GET", next);
    const page: { items: { id: string }[] } = await response.json();
    rows.push(...page.items);
    next = /<(.+)>; rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
  }
  return rows;
}
