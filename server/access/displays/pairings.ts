import { PAIRING_GOOD_FOR_MS, type PairingView } from "../../../lib/access/access-types";
import { inTransaction } from "../../store/libsql/transaction";
import { hashSecret, newSecret } from "../secrets";
import type { AccessParts } from "../store/parts";
import { addressGroup } from "../throttle/address-group";
import { newPairingCode } from "./pairing-code";

const MOST_OPEN = 200;
const MOST_OPEN_OF_A_GROUP = 5;

/** A code that a television shows, with or without the display that somebody made of it. Hashed, for ten minutes. */
export type Pairings = {
  /** null: too many are open for whoever has the address. Where too many are at all, another's makes room. */
  readonly offer: (address: string) => { readonly pairing: PairingView; readonly secret: string } | null;
  /** Gives the television that shows the code a display; false: none shows it. It then has ten minutes to fetch its token. */
  readonly enter: (code: string, displayId: string) => boolean;
  readonly isShown: (code: string) => boolean;
  /** Whose secret it is; `displayId` null: nobody has entered the code yet. null: unknown or expired. */
  readonly bySecret: (secret: string) => { readonly displayId: string | null } | null;
  readonly forget: (secret: string) => void;
  readonly forgetDisplay: (displayId: string) => void;
  /** Deletes those whose time is over. @returns displays that nobody has fetched the token of, and nobody can now */
  readonly forgetExpired: () => readonly string[];
};

export function createPairings({ db, clock }: Pick<AccessParts, "db" | "clock">): Pairings {
  const insert = db.prepare("INSERT INTO pairings VALUES (?, ?, ?, ?, ?, NULL)");
  const selectOpen = db.prepare("SELECT count(*), count(*) FILTER (WHERE address = ?) FROM pairings").raw();
  /** The oldest that nobody has entered, of whoever has most of those: a flood takes room from itself first. */
  const deleteOneTooMany = db.prepare(
    `DELETE FROM pairings WHERE secret_hash = (
       SELECT secret_hash FROM pairings WHERE display_id IS NULL AND address = (
         SELECT address FROM pairings WHERE display_id IS NULL
         GROUP BY address ORDER BY count(*) DESC, min(offered_at_ms) LIMIT 1)
       ORDER BY offered_at_ms, rowid LIMIT 1)`,
  );
  const selectCode = db.prepare("SELECT 1 FROM pairings WHERE code_hash = ?").raw();
  const selectShown = db
    .prepare("SELECT 1 FROM pairings WHERE code_hash = ? AND display_id IS NULL AND expires_at_ms > ?")
    .raw();
  const setDisplay = db.prepare(
    "UPDATE pairings SET display_id = ?, expires_at_ms = ? WHERE code_hash = ? AND display_id IS NULL AND expires_at_ms > ?",
  );
  const selectSecret = db.prepare("SELECT display_id FROM pairings WHERE secret_hash = ? AND expires_at_ms > ?").raw();
  const deleteSecret = db.prepare("DELETE FROM pairings WHERE secret_hash = ?");
  const deleteDisplay = db.prepare("DELETE FROM pairings WHERE display_id = ?");
  const selectExpired = db.prepare("SELECT display_id FROM pairings WHERE expires_at_ms <= ?").raw();
  const deleteExpired = db.prepare("DELETE FROM pairings WHERE expires_at_ms <= ?");

  /** One that no other television shows. */
  const freshCode = (): string => {
    const code = newPairingCode();
    return selectCode.all([hashSecret(code)]).length === 0 ? code : freshCode();
  };

  return {
    offer: (address) =>
      inTransaction(db, () => {
        const group = addressGroup(address);
        const [open, ofGroup] = selectOpen.all([group])[0] as [number, number];
        if (ofGroup >= MOST_OPEN_OF_A_GROUP) return null;
        if (open >= MOST_OPEN && deleteOneTooMany.run([]).changes === 0) return null;
        const nowMs = clock.nowMs();
        const [code, secret, expiresAtMs] = [freshCode(), newSecret(), nowMs + PAIRING_GOOD_FOR_MS];
        insert.run([hashSecret(secret), hashSecret(code), nowMs, expiresAtMs, group]);
        return { pairing: { code, expiresAtMs }, secret };
      }),
    enter: (code, displayId) => {
      const nowMs = clock.nowMs();
      return setDisplay.run([displayId, nowMs + PAIRING_GOOD_FOR_MS, hashSecret(code), nowMs]).changes === 1;
    },
    isShown: (code) => selectShown.all([hashSecret(code), clock.nowMs()]).length === 1,
    bySecret: (secret) => {
      const [row] = selectSecret.all([hashSecret(secret), clock.nowMs()]) as (readonly [string | null])[];
      return row === undefined ? null : { displayId: row[0] };
    },
    forget: (secret) => void deleteSecret.run([hashSecret(secret)]),
    forgetDisplay: (displayId) => void deleteDisplay.run([displayId]),
    forgetExpired: () => {
      const nowMs = clock.nowMs();
      const expired = selectExpired.all([nowMs]) as (readonly [string | null])[];
      if (expired.length > 0) deleteExpired.run([nowMs]);
      return expired.flatMap(([displayId]) => displayId ?? []);
    },
  };
}
