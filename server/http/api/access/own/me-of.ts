import type { Me } from "../../../../../lib/access/access-types";
import { assertNever } from "../../../../../lib/vocabulary";
import type { Principal } from "../../../../access/principal";
import { rightsOf } from "../../../../access/rights";
import { boardsOfScreen } from "../../../../access/sight";
import type { AccessParts } from "../parts";

/** Who asks, as he is told himself. */
export function meOf(principal: Principal, { access, site, siteName, signInWith, demo }: AccessParts): Me {
  const rights = rightsOf(principal);
  switch (principal.kind) {
    case "nobody":
      return { kind: "nobody", rights, setUp: demo || access.accounts.isSetUp(), signInWith };
    case "demo":
      return { kind: "demo", rights, siteName: siteName() };
    case "person": {
      const { accountId, name, role, queueIds } = principal;
      const hasPassword = access.accounts.byName(name)?.signsInBy === "password";
      return { kind: "person", rights, siteName: siteName(), accountId, name, role, queueIds, hasPassword };
    }
    case "display": {
      const { displayId, name, screenId } = principal;
      const isThere = boardsOfScreen(screenId, site()).length > 0;
      return { kind: "display", rights, displayId, name, screenId: isThere ? screenId : null };
    }
    case "token":
      return { kind: "token", rights, name: principal.name, scope: principal.scope };
    default:
      return assertNever(principal);
  }
}
