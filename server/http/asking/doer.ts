import type { AuditActor } from "../../../lib/access/access-types";
import { assertNever } from "../../../lib/vocabulary";
import type { Doer } from "../../access/access";
import type { Principal } from "../../access/principal";
import type { Asked } from "../asked";

/** Who asks, as the audit trail names him. */
export const doerOf = ({ principal, address }: Pick<Asked, "principal" | "address">): Doer => ({
  actor: actorOf(principal),
  address,
});

function actorOf(principal: Principal): AuditActor {
  switch (principal.kind) {
    case "nobody":
    case "demo":
      return { kind: principal.kind, name: "" };
    case "person":
    case "display":
    case "token":
      return { kind: principal.kind, name: principal.name };
    default:
      return assertNever(principal);
  }
}
