import type { Client } from "./generated/client/types.gen.ts";

interface CallOptions {
  client: Client;
  fetch?: typeof fetch;
}

/** An operation's data together with the raw response: status, ETag, Link and the other headers. */
export async function withResponse<Options extends CallOptions, Data>(
  operation: (options: Options) => Promise<Data>,
  options: Options,
): Promise<{ data: Data; response: Response }> {
  const inner = options.fetch ?? options.client.getConfig().fetch ?? fetch;
  let response: Response | undefined;
  const data = await operation({
    ...options,
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      response = await inner(input, init);
      return response;
    },
  });
  if (!response) throw new TypeError("The operation sent no request.");
  return { data, response };
}
