/** What the Worker's tests use of the runtime's own module; its full types clash with those of Node and the DOM. */
declare module "cloudflare:workers" {
  export const env: Record<string, string>;
  export const exports: {
    default: { fetch(request: Request | string, init?: RequestInit): Promise<Response> };
  };
}
