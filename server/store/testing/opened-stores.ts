import { afterEach } from "vitest";
import type { EventStore } from "../store";

/** Opens stores for the tests of the suite it is called in, and closes them after each. */
export function openedStores(open: () => EventStore): () => EventStore {
  const opened: EventStore[] = [];
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });
  return () => {
    const store = open();
    opened.push(store);
    return store;
  };
}
