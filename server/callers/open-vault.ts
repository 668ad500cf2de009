import type { Clock } from "../clock";
import { cannotBeOpened, type OwnDatabase, openOwnDatabase } from "../store/libsql/own-database";
import { inTransaction } from "../store/libsql/transaction";
import type { CallerVault } from "./caller-vault";
import type { NumberReader } from "./rules/normal-number";
import { makeKeyFile, type ReadKey, readKeyFile } from "./sqlite/key-file";
import { CALLERS_MIGRATIONS } from "./sqlite/schema";
import { createSealing, type Sealing } from "./sqlite/sealing";
import { createSqliteVault } from "./sqlite/sqlite-vault";

/** "PICC" */
const CALLERS = { holds: "callers", applicationId: 0x50494343, migrations: CALLERS_MIGRATIONS, busyMs: 1_000 };

export type CallerVaultPlace = {
  readonly path: string;
  /** Outside the database, so that who has one of the two has nothing; made where neither is there. */
  readonly keyFile: string;
  readonly numbersKeptDays: number;
  readonly numbers: NumberReader;
  readonly clock: Clock;
};

export type OpenedVault =
  /** `warnings`: one line for people each. */
  | { readonly kind: "opened"; readonly vault: CallerVault; readonly warnings: readonly string[] }
  /** `message`: one line for people: damaged, foreign, newer, not writable, its key lost or another's. */
  | { readonly kind: "refused"; readonly message: string };

/** Opens the vault of callers, or makes it with its key. Server and command line may have it open at the same time. */
export function openCallerVault({ path, keyFile, numbersKeptDays, numbers, clock }: CallerVaultPlace): OpenedVault {
  const refuse = (why: string): OpenedVault => cannotBeOpened(path, CALLERS, why);
  const opened = openOwnDatabase(path, CALLERS);
  if (opened.kind === "refused") return opened;
  const { db } = opened;
  const key = keyFor(db, keyFile);
  if (key.kind === "key") {
    const sealing = createSealing(key.key);
    if (isSealedWith(db, sealing)) {
      const vault = createSqliteVault({ db, path, sealing, numbersKeptDays, numbers, clock });
      return { kind: "opened", vault, warnings: key.warning === null ? [] : [key.warning] };
    }
  }
  db.close();
  if (key.kind === "refused") return refuse(key.why);
  const wrong = key.kind === "missing" ? `their key ${keyFile} is not there` : `${keyFile} is not their key`;
  return refuse(
    `${wrong}. Put the right key back, or move ${path} away: who called before is then not known any more, all figures stay`,
  );
}

const keyCheckIn = (db: OwnDatabase): Buffer | null => {
  const [row] = db.prepare("SELECT key_check FROM sealed_with").raw().all() as [Buffer][];
  return row?.[0] ?? null;
};

/** A key is made for a vault that has none yet, never for one whose key is lost. */
function keyFor(db: OwnDatabase, keyFile: string): ReadKey {
  const key = readKeyFile(keyFile);
  return key.kind === "missing" && keyCheckIn(db) === null ? makeKeyFile(keyFile) : key;
}

/** The first key that a vault is opened with is its key from then on. */
const isSealedWith = (db: OwnDatabase, { check }: Sealing): boolean =>
  inTransaction(db, () => {
    const kept = keyCheckIn(db);
    if (kept !== null) return check.equals(kept);
    db.prepare("INSERT INTO sealed_with VALUES (1, ?)").run([check]);
    return true;
  });
