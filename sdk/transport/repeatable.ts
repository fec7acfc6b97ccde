/** Where a repeated POST does nothing twice: the serial identifies a ballot, code and key an enrolment. */
const repeatablePosts = ["/v1/ballots", "/v1/ballots/batch", "/v1/enrolments"];

/** Whether a request may be sent again when nobody knows if the first one took effect. */
export function isRepeatable({ method, url }: Request): boolean {
  if (method !== "POST") return ["GET", "HEAD", "PUT"].includes(method);
  const { pathname } = new URL(url);
  return repeatablePosts.some((path) => pathname.endsWith(path));
}
