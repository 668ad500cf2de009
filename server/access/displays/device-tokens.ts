import { inTransaction } from "../../store/libsql/transaction";
import type { AccessParts } from "../store/parts";
import { hashSecret, newSecret } from "../secrets";
import { unlessRefused } from "../store/unless-refused";
import type { DisplayRow, DisplayRows } from "./display-rows";

const DAY_MS = 86_400_000;
/** An answer with a new token may still be on its way to the television that asks with the one before. */
const ON_ITS_WAY_MS = 60_000;

/** What a television shows of itself. It is renewed each day; the token before stays good until the next renewal. */
export type DeviceTokens = {
  /** The only token of a television that has just been let in. */
  readonly issue: (displayId: string, address: string) => string;
  /** A new token, where it is time; null: it is not, it is nobody's, or nothing can be written now. */
  readonly renew: (token: string) => string | null;
  readonly holder: (token: string) => DisplayRow | null;
};

export function createDeviceTokens({ db, clock }: Pick<AccessParts, "db" | "clock">, rows: DisplayRows): DeviceTokens {
  const setFirst = db.prepare(
    `UPDATE displays SET token_hash = ?, previous_token_hash = NULL, renewed_at_ms = ?, last_seen_at_ms = ?, last_address = ?
     WHERE id = ?`,
  );
  const setNext = db.prepare(
    `UPDATE displays SET token_hash = ?, previous_token_hash = ?, renewed_at_ms = ?, last_seen_at_ms = ? WHERE id = ?`,
  );

  const renewed = (token: string): string | null => {
    const [hash, nowMs] = [hashSecret(token), clock.nowMs()];
    const display = rows.byTokenHash(hash, nowMs);
    if (display === null) return null;
    // Who comes with the one before did not keep the new one: the power went before his browser had written it.
    const settledMs = display.tokenHash.equals(hash) ? DAY_MS : ON_ITS_WAY_MS;
    if (nowMs - display.renewedAtMs < settledMs) return null;
    const next = newSecret();
    setNext.run([hashSecret(next), hash, nowMs, nowMs, display.shown.id]);
    return next;
  };

  return {
    issue: (displayId, address) => {
      const [token, nowMs] = [newSecret(), clock.nowMs()];
      setFirst.run([hashSecret(token), nowMs, nowMs, address, displayId]);
      return token;
    },
    renew: (token) => unlessRefused(() => inTransaction(db, () => renewed(token))),
    holder: (token) => rows.byTokenHash(hashSecret(token), clock.nowMs()),
  };
}
