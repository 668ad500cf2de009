import { errorText } from "../../store/libsql/errors";
import {
  closeOwnDatabase,
  openOwnDatabase,
  type OwnDatabase,
  type OwnDatabaseForm,
} from "../../store/libsql/own-database";
import { inTransaction } from "../../store/libsql/transaction";
import { createPastRows, type PastRows } from "./past-rows";
import { createRuleRows, createSilenceRows, type RuleRows, type SilenceRows } from "./rule-rows";
import { ALERTS_MIGRATIONS } from "./schema";
import { createSqliteOutbox, type SqliteOutbox } from "./sqlite-outbox";
import { createStandingRows, type StandingRows } from "./standing-rows";
import { createToldRows, type ToldRows } from "./told-rows";

/** What alerting keeps, and what tells of missed callers, which goes out the same way. Everything but the outbox's own answers is written within `atOnce`. */
export type AlertStore = {
  readonly standing: StandingRows;
  readonly past: PastRows;
  readonly outbox: SqliteOutbox;
  readonly rules: RuleRows;
  readonly silences: SilenceRows;
  readonly toldTries: ToldRows;
  /** All or nothing, on the disk when it returns. @throws when the disk refuses; then nothing of it is written */
  readonly atOnce: <Result>(work: () => Result) => Result;
  readonly close: () => void;
};

export type OpenedAlerts =
  | { readonly kind: "opened"; readonly store: AlertStore }
  /** `message`: one line for people. */
  | { readonly kind: "refused"; readonly message: string };

/** What `alerts.db` is. */
export const ALERTS_FORM: OwnDatabaseForm = {
  holds: "alerts",
  /** "PICL" */
  applicationId: 0x5049434c,
  migrations: ALERTS_MIGRATIONS,
  // The thread that reads the telephone system waits no longer; what is refused is tried again.
  busyMs: 50,
};

/** @param path a file, made where it is missing, or `:memory:` */
export function openAlerts(path: string): OpenedAlerts {
  const opened = openOwnDatabase(path, ALERTS_FORM);
  if (opened.kind === "refused") return opened;
  try {
    return { kind: "opened", store: alertStoreIn(opened.db) };
  } catch (error) {
    closeOwnDatabase(opened.db);
    return { kind: "refused", message: `The alerts in ${path} cannot be read: ${errorText(error)}` };
  }
}

/** @param db opened as `ALERTS_FORM` */
export const alertStoreIn = (db: OwnDatabase): AlertStore => ({
  standing: createStandingRows(db),
  past: createPastRows(db),
  outbox: createSqliteOutbox(db),
  rules: createRuleRows(db),
  silences: createSilenceRows(db),
  toldTries: createToldRows(db),
  atOnce: (work) => inTransaction(db, work),
  close: () => {
    if (db.open) closeOwnDatabase(db);
  },
});
