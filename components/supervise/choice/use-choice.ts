import { useMemo, useSyncExternalStore } from "react";
import { type Choice, readChoice, writeChoice } from "./choice";

const listeners = new Set<() => void>();
const tellAll = (): void => {
  for (const listener of listeners) listener();
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  globalThis.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    globalThis.removeEventListener("popstate", listener);
  };
}

/** What is looked at, from the address. null: not in a browser yet. */
export function useChoice(): Choice | null {
  const search = useSyncExternalStore(
    subscribe,
    () => globalThis.location.search,
    () => null,
  );
  return useMemo(() => (search === null ? null : readChoice(search)), [search]);
}

/** `push`: the way back leads to what was looked at before. `replace`: too small a step for that. */
export type Step = "push" | "replace";

/** Looks at something else. */
export function choose(change: Partial<Choice>, step: Step = "push"): void {
  const { search, pathname } = globalThis.location;
  const next = writeChoice({ ...readChoice(search), ...change }, search);
  if (next === search) return;
  const address = `${pathname}${next}`;
  if (step === "push") globalThis.history.pushState(null, "", address);
  else globalThis.history.replaceState(null, "", address);
  tellAll();
}

/** The address of another choice, for links. */
export const addressOf = (choice: Choice): string => writeChoice(choice, "") || "?";
