import { useMemo, useSyncExternalStore } from "react";

/** `push`: the way back leads to what was looked at before. `replace`: too small a step for that. */
type Step = "push" | "replace";

type AddressChoice<Choice> = {
  /** What is looked at, from the address. null: not in a browser yet. */
  readonly useChoice: () => Choice | null;
  /** Looks at something else; what changes nothing leaves the address as it is. */
  readonly choose: (change: Partial<Choice>, step?: Step) => void;
};

/**
 * A choice that stands in the page's address.
 * @param read from what the browser tells, `?queue=support`
 * @param write the same of a choice; the second is where the rest of the address is taken from
 */
export function createAddressChoice<Choice extends object>(
  read: (search: string) => Choice,
  write: (choice: Choice, search: string) => string,
): AddressChoice<Choice> {
  const listeners = new Set<() => void>();

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    globalThis.addEventListener("popstate", listener);
    return () => {
      listeners.delete(listener);
      globalThis.removeEventListener("popstate", listener);
    };
  }

  return {
    useChoice() {
      const search = useSyncExternalStore(
        subscribe,
        () => globalThis.location.search,
        () => null,
      );
      return useMemo(() => (search === null ? null : read(search)), [search]);
    },
    choose(change, step = "push") {
      const { search, pathname } = globalThis.location;
      const before = read(search);
      const next = write({ ...before, ...change }, search);
      if (next === write(before, search)) return;
      const address = `${pathname}${next}`;
      if (step === "push") globalThis.history.pushState(null, "", address);
      else globalThis.history.replaceState(null, "", address);
      for (const listener of listeners) listener();
    },
  };
}
