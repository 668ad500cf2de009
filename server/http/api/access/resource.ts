import type { Asked } from "../../asked";
import type { Handler, Route } from "../../router";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A resource and what can be done with it. */
export const resource = (path: string, methods: Readonly<Partial<Record<Method, Handler>>>): Route => ({
  path,
  handlers: new Map(Object.entries(methods)),
});

/** Of a path with one open part, what stands there. */
export const idOf = ({ parameters: [id = ""] }: Pick<Asked, "parameters">): string => id;
