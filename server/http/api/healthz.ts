import { jsonReply } from "../reply";
import { readable, type Route } from "../router";

/** The process lives and its event loop turns. */
export const healthzRoute = (): Route => readable("/healthz", () => jsonReply(200, { ok: true }));
