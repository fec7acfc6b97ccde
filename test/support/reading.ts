import { z } from "zod";
import { Problem } from "../../schema/contract/problem.ts";
import type { TestApp } from "./test-app.ts";

/** The JSON of a successful answer, as a shape that says what the test looks into. */
export async function read(answer: Promise<Response>): Promise<unknown>;
export async function read<Shape>(
  answer: Promise<Response>,
  shape: z.ZodType<Shape>,
): Promise<Shape>;
export async function read(answer: Promise<Response>, shape: z.ZodType = z.unknown()) {
  const response = await answer;
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return shape.parse(await response.json());
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
