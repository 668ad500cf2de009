import type { AccountView } from "../../../lib/access/access-types";
import { cleanName } from "../../../lib/names/names";
import { inTransaction } from "../../store/libsql/transaction";
import type { AccountChange, Accounts, Doer, NewAccount, Refused } from "../access";
import { passwordProblem } from "../passwords/password-problem";
import { newId } from "../secrets";
import { viewOf, type AccountRow } from "./account-rows";
import { grantsProblem, grantsText, keptGrants, sameGrants } from "./grants";
import { foldName, nameProblem } from "./name";
import { createOwnPassword } from "./own-password";
import { newPasswordProblem, refused, type AccountsParts } from "./parts";
import { createVouching } from "./vouched";

/** Who may come in by name. What ends sessions and its line in the audit trail are one with the change. */
export function createAccounts(parts: AccountsParts): Accounts {
  const { db, clock, changed, accountRows, sessionRows, passwords, auditTrail } = parts;

  const isTaken = (name: string): boolean => accountRows.byFoldedName(foldName(name)) !== null;
  const isSetUp = (): boolean => accountRows.administrators().length > 0;

  async function create(given: NewAccount, doer: Doer): ReturnType<Accounts["create"]> {
    const name = cleanName(given.name);
    const problem = nameProblem(name, "An account") ?? grantsProblem(given) ?? passwordProblem(given.password, name);
    if (problem !== null) return refused(problem);
    if (isTaken(name)) return taken(name);
    const password = await passwords.keep(given.password);
    const account = inTransaction(db, () => {
      if (isTaken(name)) return null;
      const isFirst = !isSetUp() && given.role === "admin";
      const row: AccountRow = {
        ...keptGrants(given),
        id: newId(),
        name,
        foldedName: foldName(name),
        password,
        vouchedSubject: null,
        disabled: false,
        createdAtMs: clock.nowMs(),
        lastSeenAtMs: null,
      };
      accountRows.insert(row);
      auditTrail.write({
        act: isFirst ? "set-up" : "account-created",
        subject: name,
        detail: grantsText(row),
        ...doer,
      });
      return row;
    });
    if (account === null) return taken(name);
    changed();
    return { kind: "created", account: viewOf(account) };
  }

  async function change(id: string, given: AccountChange, doer: Doer): ReturnType<Accounts["change"]> {
    const before = accountRows.byId(id);
    if (before === null) return refused("There is no such account.");
    const problem = given.password === undefined ? null : newPasswordProblem(given.password, before);
    if (problem !== null) return refused(problem);
    const password = given.password === undefined ? undefined : await passwords.keep(given.password);
    const outcome = inTransaction(db, (): AccountView | Refused => {
      // Read again: others may have changed it meanwhile.
      const row = accountRows.byId(id) ?? before;
      const wanted: AccountRow = {
        ...row,
        ...keptGrants({
          role: given.role ?? row.role,
          queueIds: given.queueIds === undefined ? row.queueIds : given.queueIds,
          seesNumbers: given.seesNumbers ?? row.seesNumbers,
        }),
        password: password ?? row.password,
        disabled: given.disabled ?? row.disabled,
      };
      const why = grantsProblem(wanted) ?? lastAdministratorProblem(row, wanted);
      if (why !== null) return refused(why);
      const isSame = sameGrants(row, wanted) && row.disabled === wanted.disabled && password === undefined;
      if (!isSame) keep(row, wanted, doer);
      return viewOf(wanted);
    });
    return "kind" in outcome ? outcome : { kind: "changed", account: outcome };
  }

  function keep(row: AccountRow, wanted: AccountRow, doer: Doer): void {
    accountRows.update(wanted);
    sessionRows.endAllOf(row.id);
    changed();
    const line = { ...doer, subject: row.name, detail: null };
    if (!sameGrants(row, wanted)) {
      auditTrail.write({ ...line, act: "account-changed", detail: `${grantsText(row)} → ${grantsText(wanted)}` });
    }
    if (row.password !== wanted.password) {
      sessionRows.forgetDevicesOf(row.id);
      auditTrail.write({ ...line, act: "password-changed" });
    }
    if (row.disabled !== wanted.disabled) {
      auditTrail.write({ ...line, act: wanted.disabled ? "account-disabled" : "account-enabled" });
    }
  }

  /** Somebody must be able to let the others in, whatever becomes of the company's provider. */
  function lastAdministratorProblem(row: AccountRow, wanted: AccountRow): string | null {
    const stays = wanted.role === "admin" && !wanted.disabled;
    const [first, second] = accountRows.administrators();
    return stays || first !== row.id || second !== undefined
      ? null
      : `"${row.name}" is the only administrator who can sign in by password: make another one first.`;
  }

  return {
    isSetUp,
    list: () => accountRows.all().map(viewOf),
    create,
    change,
    byName: (name) => {
      const row = accountRows.byFoldedName(foldName(name));
      return row === null ? null : viewOf(row);
    },
    changeOwnPassword: createOwnPassword(parts),
    vouched: createVouching(parts),
  };
}

const taken = (name: string): Refused => refused(`There is already an account named "${name}".`);
