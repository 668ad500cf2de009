import { inTransaction } from "../../store/libsql/transaction";
import type { Accounts } from "../access";
import { newPasswordProblem, refused, type AccountsParts } from "./parts";

/** Somebody who is signed in changes his own password; he has to know the present one, and has few tries at it. */
export function createOwnPassword(parts: AccountsParts): Accounts["changeOwnPassword"] {
  const { db, changed, accountRows, sessionRows, passwords, throttle, auditTrail } = parts;

  return async (accountId, current, next, doer) => {
    const row = accountRows.byId(accountId);
    if (row === null || row.disabled) return refused("There is no such account.");
    const problem = newPasswordProblem(next, row);
    if (problem !== null) return refused(problem);
    const admission = throttle.admitOwner(accountId);
    if (admission.kind === "throttled") {
      if (admission.tell !== null) {
        auditTrail.write({ ...doer, act: "sign-in-throttled", subject: row.name, detail: "changing the password" });
      }
      return refused(`Too many wrong passwords: try again in ${minutes(admission.retryAfterMs)}.`);
    }
    const verdict = await passwords.compare(current, row.password, true);
    admission.end(verdict === "same" ? "right" : "wrong");
    if (verdict !== "same") {
      auditTrail.write({ ...doer, act: "sign-in-failed", subject: row.name, detail: "changing the password" });
      return refused("The present password is not right.");
    }
    if (current === next) return refused("The new password is the present one.");
    const password = await passwords.keep(next);
    const isDone = inTransaction(db, () => {
      const now = accountRows.byId(accountId);
      // Changed or disabled meanwhile: what he knew counts no more.
      if (now === null || now.disabled || now.password !== row.password) return false;
      accountRows.update({ ...now, password });
      sessionRows.endAllOf(accountId);
      sessionRows.forgetDevicesOf(accountId);
      auditTrail.write({ ...doer, act: "password-changed", subject: row.name, detail: null });
      return true;
    });
    if (!isDone) return refused("The account was changed meanwhile: sign in again.");
    changed();
    return { kind: "changed" };
  };
}

function minutes(ms: number): string {
  const count = Math.max(1, Math.ceil(ms / 60_000));
  return count === 1 ? "a minute" : `${count} minutes`;
}
