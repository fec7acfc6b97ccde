/** Headers of a page: the next one as RFC 8288 says it. */
export function nextPage(url: string, next: string | undefined): Record<string, string> {
  if (next === undefined) return {};
  const address = new URL(url);
  address.searchParams.set("cursor", next);
  return { Link: `<${address.pathname}${address.search}>; rel="next"` };
}
