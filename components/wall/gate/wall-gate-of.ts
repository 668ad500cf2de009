import type { Me } from "../../../lib/access/access-types";
import type { BoardId } from "../../../lib/vocabulary";

/** What hangs on the wall for whoever opens it. */
export type WallGate =
  | { readonly kind: "asking" }
  /** There is no administrator yet who could let it in. */
  | { readonly kind: "not-set-up" }
  | { readonly kind: "pairing" }
  /** A display whose board or rotation is no longer configured. */
  | { readonly kind: "gone"; readonly name: string }
  /** `screenId`: the display's own board or rotation, whatever the address says; null: what the address says. */
  | { readonly kind: "boards"; readonly screenId: BoardId | null };

/**
 * @param me null: not known yet
 * @param search of the address: in the demonstration, which needs no code, `?pair` shows one, for trying
 */
export function wallGateOf(me: Me | null, search: string): WallGate {
  if (me === null) return { kind: "asking" };
  if (me.kind === "display")
    return me.screenId === null ? { kind: "gone", name: me.name } : { kind: "boards", screenId: me.screenId };
  if (me.kind === "nobody") return { kind: me.setUp ? "pairing" : "not-set-up" };
  if (me.kind === "demo" && new URLSearchParams(search).has("pair")) return { kind: "pairing" };
  return me.rights.includes("boards.read") ? { kind: "boards", screenId: null } : { kind: "pairing" };
}
