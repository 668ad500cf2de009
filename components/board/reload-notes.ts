/** Where notes may be kept: either may refuse, the name of a tab never does. */
export type NotePlaces = {
  /** @throws where the browser refuses storage */
  readonly storage: () => Pick<Storage, "getItem" | "setItem" | "removeItem">;
  readonly tab: () => { name: string };
};
/** Notes of this tab that outlast a reload of its page, so that what was done once is not done for ever. */
export type ReloadNotes = {
  readonly read: (key: string) => string | null;
  readonly keep: (key: string, text: string) => void;
  readonly drop: (key: string) => void;
};

const OURS = "pickup-notes:";

export function createReloadNotes({ storage, tab }: NotePlaces): ReloadNotes {
  const named = (): Map<string, string> => {
    const { name } = tab();
    if (!name.startsWith(OURS)) return new Map();
    try {
      return new Map(JSON.parse(name.slice(OURS.length)) as [string, string][]);
    } catch {
      return new Map();
    }
  };
  const rename = (notes: ReadonlyMap<string, string>): void => {
    tab().name = notes.size === 0 ? "" : OURS + JSON.stringify([...notes]);
  };

  return {
    read: (key) => {
      const inName = named().get(key);
      if (inName !== undefined) return inName;
      try {
        return storage().getItem(key);
      } catch {
        return null;
      }
    },
    keep: (key, text) => {
      try {
        storage().setItem(key, text);
      } catch {
        rename(named().set(key, text));
      }
    },
    drop: (key) => {
      const notes = named();
      if (notes.delete(key)) rename(notes);
      try {
        storage().removeItem(key);
      } catch {
        // What could not be stored need not be removed.
      }
    },
  };
}

const notes = createReloadNotes({ storage: () => sessionStorage, tab: () => window });
export const { read: readNote, keep: keepNote, drop: dropNote } = notes;
