import { noteStatus } from "../../access/ask";

/** A server that takes longer is as good as away. */
const ANSWER_WITHIN_MS = 8_000;

/** What the server says to a question. `same`: nothing has changed. `refused`: it knows of no such thing. */
export type Answer<Body> =
  | { readonly type: "told"; readonly body: Body }
  | { readonly type: "same" }
  | { readonly type: "refused" }
  | { readonly type: "failed" };

/** @returns `failed` also when nothing is answered in time */
export async function ask<Body>(address: string, signal: AbortSignal): Promise<Answer<Body>> {
  const patience = new AbortController();
  const giveUp = (): void => patience.abort();
  const timer = setTimeout(giveUp, ANSWER_WITHIN_MS);
  signal.addEventListener("abort", giveUp);
  try {
    const response = await fetch(address, { signal: patience.signal, headers: { accept: "application/json" } });
    noteStatus(response.status);
    if (response.status === 204) return { type: "same" };
    if (response.status === 404 || response.status === 400) return { type: "refused" };
    if (!response.ok) return { type: "failed" };
    return { type: "told", body: (await response.json()) as Body };
  } catch {
    return { type: "failed" };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", giveUp);
  }
}
