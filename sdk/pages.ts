import type { Client } from "./generated/client/types.gen.ts";

/** What every list answers with; one without pages simply has no `next`. */
export interface Page<Item> {
  items: readonly Item[];
  next?: string | undefined;
}

interface ListOptions {
  client: Client;
  query?: object | undefined;
}

/**
 * Every item of a list, page after page, as you walk:
 * `for await (const unit of each(listUnits, { client, query: { pool: "approval" } }))`.
 */
export async function* each<Options extends ListOptions, Item>(
  list: (options: Options) => Promise<Page<Item>>,
  options: Options,
): AsyncGenerator<Item, void> {
  let page = await list(options);
  for (;;) {
    yield* page.items;
    if (page.next === undefined) return;
    page = await list({ ...options, query: { ...options.query, cursor: page.next } });
  }
}
