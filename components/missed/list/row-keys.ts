import type { MissedRow } from "../../../lib/recovery/missed-api";
import { movedRow } from "../../supervise/tables/row-cursor";

/** What a key asks of the list. */
export type KeyAct =
  | { readonly kind: "move"; readonly to: number }
  | { readonly kind: "details" | "claim" | "give-back" | "attempt" | "close" | "reopen" | "number" }
  /** Not with this row: that is said, with why. */
  | { readonly kind: "refused" };

/** What may be done with a row. */
export type RowRights = {
  /** The reader may act on missed callers, if not on this one. */
  readonly acts: boolean;
  /** Somebody may claim it, or has it himself: logging and closing. */
  readonly handles: boolean;
  readonly claims: boolean;
  readonly givesBack: boolean;
  /** A person closed it, and that can be taken back. */
  readonly reopens: boolean;
  /** There is a number that may be shown. */
  readonly reveals: boolean;
};
export const NO_RIGHTS: RowRights = {
  acts: false,
  handles: false,
  claims: false,
  givesBack: false,
  reopens: false,
  reveals: false,
};

/**
 * RE45: what the reader may do with a row as it stands.
 * @param nowMs a claim that has lapsed holds nobody off
 */
export function rightsOn(
  row: MissedRow | null,
  reader: { readonly handles: boolean; readonly reveals: boolean },
  nowMs: number,
): RowRights {
  if (row === null) return NO_RIGHTS;
  const reveals = reader.reveals && row.caller.kind === "number";
  // Whoever withheld his number cannot be called back, so nobody has to see to him.
  const none = { ...NO_RIGHTS, acts: reader.handles, reveals };
  if (!reader.handles || row.caller.kind === "withheld") return none;
  if (row.end !== null) return { ...none, reopens: row.end.canReopen };
  const claim = row.claim === null || row.claim.untilMs <= nowMs ? null : row.claim;
  const mine = claim?.mine === true;
  return { ...none, handles: claim === null || mine, claims: claim === null, givesBack: mine };
}

type Cursor = {
  readonly place: number;
  readonly count: number;
  /** How many rows are seen at once. */
  readonly pageRows: number;
  /** Whether keys of one letter do something. */
  readonly single: boolean;
  readonly rights: RowRights;
};

/** They move in the list, or do something there: pressed elsewhere they lead into it, so that one sees to whom. */
export const LETTERS: ReadonlySet<string> = new Set(["j", "k", "c", "l", "x", "n"]);
const ARROWS: Readonly<Record<string, string>> = { j: "ArrowDown", k: "ArrowUp" };

/** RE46. null: the key does nothing here. */
export function actOfKey(key: string, { place, count, pageRows, single, rights }: Cursor): KeyAct | null {
  if (count === 0) return null;
  if (key === "Enter") return { kind: "details" };
  const to = movedRow((single ? ARROWS[key] : undefined) ?? key, place, count, pageRows);
  if (to !== null) return { kind: "move", to };
  if (!single) return null;
  const refused = rights.acts ? ({ kind: "refused" } as const) : null;
  switch (key) {
    case "c":
      if (rights.givesBack) return { kind: "give-back" };
      return rights.claims ? { kind: "claim" } : refused;
    case "l":
      return rights.handles ? { kind: "attempt" } : refused;
    case "x":
      if (rights.reopens) return { kind: "reopen" };
      return rights.handles ? { kind: "close" } : refused;
    case "n":
      return { kind: "number" };
    default:
      return null;
  }
}
