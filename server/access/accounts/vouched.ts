import { cleanName } from "../../../lib/names/names";
import { inTransaction } from "../../store/libsql/transaction";
import type { Accounts, Refused, VouchedPerson } from "../access";
import { newId } from "../secrets";
import { viewOf, type AccountRow } from "./account-rows";
import { refused, type AccountsParts } from "./parts";
import { grantsProblem, grantsText, keptGrants, sameGrants } from "./grants";
import { foldName, LONGEST_NAME } from "./name";

/** Room for " (99)". */
const NUMBER_LENGTH = 5;

/**
 * The accounts of those whom the company's provider vouches for. They are known by issuer and subject, never by name:
 * who is called like somebody else is another person.
 */
export function createVouching(parts: AccountsParts): Accounts["vouched"] {
  const { db, clock, changed, accountRows, sessionRows, auditTrail } = parts;

  return (person, doer) => {
    const known = inTransaction(db, (): AccountRow | Refused => {
      const row = accountRows.bySubject(person.subject);
      if (row?.disabled === true) return refused(`The account "${row.name}" is disabled.`);
      const problem = grantsProblem(person);
      if (problem !== null) return refused(problem);
      return row === null ? add(person) : renew(row, person);
    });
    if ("kind" in known) return known;
    return { kind: "known", account: viewOf(known) };

    function add(newcomer: VouchedPerson): AccountRow {
      const name = freeName(newcomer.name, null);
      const row: AccountRow = {
        ...keptGrants(newcomer),
        id: newId(),
        name,
        foldedName: foldName(name),
        password: null,
        vouchedSubject: newcomer.subject,
        disabled: false,
        createdAtMs: clock.nowMs(),
        lastSeenAtMs: null,
      };
      accountRows.insert(row);
      auditTrail.write({
        ...doer,
        act: "account-created",
        subject: name,
        detail: `${grantsText(row)}; company account`,
      });
      return row;
    }

    function renew(row: AccountRow, { name, ...grants }: VouchedPerson): AccountRow {
      const wanted = { ...row, ...keptGrants(grants), name: freeName(name, row) };
      const renewed = { ...wanted, foldedName: foldName(wanted.name) };
      const [hasNewName, hasNewGrants] = [renewed.name !== row.name, !sameGrants(row, renewed)];
      if (!hasNewName && !hasNewGrants) return row;
      accountRows.update(renewed);
      changed();
      if (hasNewName) writeChange(row.name, `name ${row.name} → ${renewed.name}`);
      if (hasNewGrants) {
        sessionRows.endAllOf(row.id);
        writeChange(renewed.name, `${grantsText(row)} → ${grantsText(renewed)}`);
      }
      return renewed;
    }

    function writeChange(subject: string, what: string): void {
      auditTrail.write({ ...doer, act: "account-changed", subject, detail: `${what}; company account` });
    }
  };

  /** His name, with a number where somebody else has it already. */
  function freeName(given: string, own: AccountRow | null): string {
    const letters = Array.from(cleanName(given) || "Somebody");
    const whole = letters.slice(0, LONGEST_NAME).join("").trim();
    const short = letters
      .slice(0, LONGEST_NAME - NUMBER_LENGTH)
      .join("")
      .trim();
    for (let number = 1; ; number++) {
      const name = number === 1 ? whole : `${short} (${number})`;
      const holder = accountRows.byFoldedName(foldName(name));
      if (holder === null || holder.id === own?.id) return name;
    }
  }
}
