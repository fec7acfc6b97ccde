import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../use-cases/context.ts";
import { refusalOf } from "./validation.ts";

export interface Env {
  Variables: { requestId: string; actor: Actor };
}

/** A router on which whatever the contract refuses becomes one kind of problem. */
export function createRouter(): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw refusalOf(result.error.issues, result.target);
    },
  });
}
