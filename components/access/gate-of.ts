import type { Me } from "../../lib/access/access-types";
import type { Right } from "../../lib/access/roles";
import { assertNever } from "../../lib/vocabulary";

/** The pages of the settings; each stands at `/settings/NAME`, in this order. */
export const SECTIONS = ["displays", "alerts", "accounts", "tokens", "audit-trail", "account"] as const;
export type Section = (typeof SECTIONS)[number];
export type Page = "boards" | "supervise" | "alerts" | "missed" | "settings" | `settings/${Section}`;

/** What a page needs. */
const NEEDS: Readonly<Record<Exclude<Page, "settings">, Exclude<Right, "public">>> = {
  boards: "boards.read",
  supervise: "desk.read",
  alerts: "alerts.read",
  missed: "missed.read",
  "settings/displays": "displays.manage",
  "settings/alerts": "alerts.manage",
  "settings/accounts": "accounts.manage",
  "settings/tokens": "tokens.manage",
  "settings/audit-trail": "audit-trail.read",
  "settings/account": "account.own",
};

/** What stands at the place of a page for whoever asks for it. */
export type Gate =
  | { readonly kind: "asking" }
  /** There is no administrator yet. */
  | { readonly kind: "not-set-up" }
  | { readonly kind: "sign-in" }
  | { readonly kind: "display"; readonly name: string }
  | { readonly kind: "no-right"; readonly right: Exclude<Right, "public"> }
  | { readonly kind: "page" };

/**
 * Decides only what is drawn: what anybody is told, the server decides with every request.
 * @param me null: not known yet
 */
export function gateOf(me: Me | null, page: Page): Gate {
  if (me === null) return { kind: "asking" };
  switch (me.kind) {
    case "nobody":
      return me.setUp ? { kind: "sign-in" } : { kind: "not-set-up" };
    case "display":
      return { kind: "display", name: me.name };
    case "demo":
    case "person":
    case "token":
      return gateByRight(me.rights, page);
    default:
      return assertNever(me);
  }
}

function gateByRight(rights: readonly Right[], page: Page): Gate {
  if (page === "settings")
    return sectionsOf(rights).length > 0 ? { kind: "page" } : { kind: "no-right", right: "account.own" };
  const right = NEEDS[page];
  return rights.includes(right) ? { kind: "page" } : { kind: "no-right", right };
}

/** The pages of the settings that these rights open. */
export const sectionsOf = (rights: readonly Right[]): readonly Section[] =>
  SECTIONS.filter((section) => rights.includes(NEEDS[`settings/${section}`]));
