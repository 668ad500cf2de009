import type { AuditAct, AuditLine } from "../../../lib/access/access-types";
import type { TrailWords } from "../../../lib/words/en/settings/trail";

export type ActGroup = keyof TrailWords["groups"];

/** What belongs together where somebody looks for it. */
const GROUPS: Readonly<Record<AuditAct, ActGroup>> = {
  "signed-in": "signIn",
  "sign-in-failed": "signIn",
  "sign-in-throttled": "signIn",
  "signed-out": "signIn",
  "set-up": "people",
  "account-created": "people",
  "account-changed": "people",
  "account-disabled": "people",
  "account-enabled": "people",
  "password-changed": "people",
  "display-paired": "displays",
  "display-changed": "displays",
  "display-revoked": "displays",
  "token-created": "tokens",
  "token-revoked": "tokens",
  "number-shown": "callers",
  "caller-exported": "callers",
  "caller-erased": "callers",
  "caller-not-erased": "callers",
  "numbers-expired": "callers",
  "alert-acknowledged": "alerts",
  "alert-taken-back": "alerts",
  "alert-rule-created": "alerts",
  "alert-rule-changed": "alerts",
  "alert-rule-deleted": "alerts",
  "alert-silence-begun": "alerts",
  "alert-silence-ended": "alerts",
  "alert-channel-tested": "alerts",
  "audit-trail-exported": "trail",
};
const ORDER: readonly ActGroup[] = ["signIn", "people", "displays", "tokens", "callers", "alerts", "trail"];

/** What is shown: everything, a group of acts or one act. */
export type ActFilter = "" | `group:${ActGroup}` | AuditAct;

/** Every act by its group, in the order in which they are offered. */
export const ACT_GROUPS: readonly (readonly [ActGroup, readonly AuditAct[]])[] = ORDER.map((group) => [
  group,
  (Object.keys(GROUPS) as AuditAct[]).filter((act) => GROUPS[act] === group),
]);

/** A line of an act that this page does not know is in no group, but in everything. */
export const isShown = ({ act }: Pick<AuditLine, "act">, filter: ActFilter): boolean =>
  filter === "" || filter === act || filter === `group:${GROUPS[act]}`;
