/** Those who want to be told something of `Told`, each until he leaves. */
export type Listeners<Told> = {
  /** @returns leave */
  readonly add: (listener: (told: Told) => void) => () => void;
  readonly tell: (told: Told) => void;
};

export function createListeners<Told>(): Listeners<Told> {
  const all = new Set<(told: Told) => void>();
  return {
    add: (listener) => {
      all.add(listener);
      return () => void all.delete(listener);
    },
    tell: (told) => {
      for (const listener of all) listener(told);
    },
  };
}
