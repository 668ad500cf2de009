import type { AuditTrail, Refused } from "../access";
import { passwordProblem } from "../passwords/password-problem";
import type { Passwords } from "../passwords/passwords";
import type { SessionRows } from "../sessions/session-rows";
import type { AccessParts } from "../store/parts";
import type { SignInThrottle } from "../throttle/sign-in-throttle";
import type { AccountRow, AccountRows } from "./account-rows";

export type AccountsParts = AccessParts & {
  readonly accountRows: AccountRows;
  readonly sessionRows: SessionRows;
  readonly passwords: Passwords;
  readonly throttle: SignInThrottle;
  readonly auditTrail: Pick<AuditTrail, "write">;
};

export const refused = (problem: string): Refused => ({ kind: "refused", problem });

/** Why an account cannot have a password, in one sentence; null: it can. */
export const newPasswordProblem = (password: string, { name, password: kept }: AccountRow): string | null =>
  kept === null
    ? `"${name}" signs in with the company's account and has no password here.`
    : passwordProblem(password, name);
