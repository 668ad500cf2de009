import type { AccessDatabase } from "./parts";

/** Tells of what has changed: here at once, by other processes when it is looked for. */
export type Changes = {
  /** Those who listen are told once the work at hand, a transaction say, is done. */
  readonly changed: () => void;
  readonly onChange: (listener: () => void) => () => void;
  /** Tells of what others have written since it was last looked for. */
  readonly look: () => void;
};

export function createChanges(db: AccessDatabase): Changes {
  const listeners = new Set<() => void>();
  // SQLite's own count of what other connections have written.
  const selectVersion = db.prepare("PRAGMA data_version").raw();
  const readVersion = (): number => (selectVersion.all()[0] as [number])[0];
  let seenVersion = readVersion();
  let isDue = false;

  const changed = (): void => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      for (const listener of Array.from(listeners)) listener();
    });
  };

  return {
    changed,
    onChange: (listener) => {
      const own = (): void => listener();
      listeners.add(own);
      return () => listeners.delete(own);
    },
    look: () => {
      const version = readVersion();
      if (version === seenVersion) return;
      seenVersion = version;
      changed();
    },
  };
}
