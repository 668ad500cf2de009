import type { DisplayView } from "../../../lib/access/access-types";
import type { BoardId } from "../../../lib/vocabulary";
import { inTransaction } from "../../store/libsql/transaction";
import type { AuditTrail, Displays, Doer, Refused } from "../access";
import { hashSecret, newId, newSecret } from "../secrets";
import type { AccessParts } from "../store/parts";
import { unlessRefused } from "../store/unless-refused";
import { createDeviceTokens } from "./device-tokens";
import { displayNameOf } from "./display-name";
import { createDisplayRows, type DisplayRow } from "./display-rows";
import { createGuesses } from "./guesses";
import { readPairingCode } from "./pairing-code";
import { createPairings } from "./pairings";

const MINUTE_MS = 60_000;
const SERVER: Doer = { actor: { kind: "server", name: "Pickup" }, address: null };

/** What a principal is made of. */
export type KnownDisplay = { readonly displayId: string; readonly name: string; readonly screenId: BoardId };

export type DisplayBook = Displays & {
  readonly displayByToken: (token: string) => KnownDisplay | null;
  readonly displayById: (id: string) => KnownDisplay | null;
  /** Deletes what time has made worthless: codes after ten minutes, displays unseen for 90 days. For a regular job. */
  readonly tidy: () => void;
};

/** The televisions: let in by a code, then known by a token that renews itself. */
export function createDisplays(parts: AccessParts & { readonly trail: Pick<AuditTrail, "write"> }): DisplayBook {
  const { db, clock, trail, changed } = parts;
  const rows = createDisplayRows(db);
  const pairings = createPairings(parts);
  const tokens = createDeviceTokens(parts, rows);
  const guesses = createGuesses(clock);
  let isConnected = NEVER;

  const insert = db.prepare(
    `INSERT INTO displays (id, name, screen_id, token_hash, renewed_at_ms, paired_at_ms, paired_by)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const setNameAndScreen = db.prepare("UPDATE displays SET name = ?, screen_id = ? WHERE id = ?");
  const setSeen = db.prepare("UPDATE displays SET last_seen_at_ms = ?, last_address = ? WHERE id = ?");
  const deleteDisplay = db.prepare("DELETE FROM displays WHERE id = ?");

  const byId = (id: string): DisplayRow | null => rows.byId(id, clock.nowMs());
  const viewOf = (row: DisplayRow): DisplayView => ({ ...row.shown, connected: isConnected(row.shown.id) });
  const viewById = (id: string): DisplayView => {
    const row = byId(id);
    if (row === null) throw new Error(`The display ${id} was written and is not there`);
    return viewOf(row);
  };

  const remove = ({ shown: { id, name } }: DisplayRow, doer: Doer, detail: string | null): void => {
    pairings.forgetDisplay(id);
    deleteDisplay.run([id]);
    trail.write({ ...doer, act: "display-revoked", subject: name, detail });
    changed();
  };
  const forgetExpiredPairings = (): void => {
    for (const id of pairings.forgetExpired()) {
      const neverCame = byId(id);
      if (neverCame !== null) remove(neverCame, SERVER, "did not come within ten minutes");
    }
  };

  return {
    offerCode: (address) =>
      inTransaction(db, () => {
        forgetExpiredPairings();
        return pairings.offer(address);
      }),
    claim: (secret, address) => {
      // Asked every few seconds by every television that waits: reads only, until there is something to fetch.
      const waiting = pairings.bySecret(secret);
      if (waiting === null) return { state: "expired", token: null };
      if (waiting.displayId === null) return { state: "waiting", token: null };
      return inTransaction(db, () => {
        const displayId = pairings.bySecret(secret)?.displayId ?? null;
        if (displayId === null) return { state: "expired", token: null };
        pairings.forget(secret);
        return { state: "paired", token: tokens.issue(displayId, address) };
      });
    },
    pair: (typed, display, doer, guesser) => {
      const name = displayNameOf(display.name);
      if (name === null) return { ...NO_NAME, retryAfterMs: null };
      const waitMs = guesses.waitMs(guesser);
      if (waitMs > 0) return tooManyGuesses(waitMs);
      const code = readPairingCode(typed);
      if (code === null) return { ...NO_CODE, retryAfterMs: null };
      const id = inTransaction(db, () => {
        if (!pairings.isShown(code)) return null;
        const [given, nowMs] = [newId(), clock.nowMs()];
        // A token that nobody holds: the television's own is made when it fetches it.
        const { screenId } = display;
        insert.run([given, name, screenId, hashSecret(newSecret()), nowMs, nowMs, doer.actor.name]);
        pairings.enter(code, given);
        trail.write({ ...doer, act: "display-paired", subject: name, detail: `screen ${screenId}` });
        changed();
        return given;
      });
      if (id !== null) return { kind: "paired", display: viewById(id) };
      guesses.countWrong(guesser);
      return { ...NOT_SHOWN, retryAfterMs: null };
    },
    list: () => rows.all(clock.nowMs()).map(viewOf),
    change: (id, { name: wantedName, screenId: wantedScreenId }, doer) =>
      inTransaction(db, () => {
        const before = byId(id)?.shown;
        if (before === undefined) return NO_DISPLAY;
        const name = wantedName === undefined ? before.name : displayNameOf(wantedName);
        if (name === null) return NO_NAME;
        const screenId = wantedScreenId ?? before.screenId;
        const detail = [
          ...(name === before.name ? [] : [`name ${before.name} → ${name}`]),
          ...(screenId === before.screenId ? [] : [`screen ${before.screenId} → ${screenId}`]),
        ].join(", ");
        if (detail !== "") {
          setNameAndScreen.run([name, screenId, id]);
          trail.write({ ...doer, act: "display-changed", subject: name, detail });
          changed();
        }
        return { kind: "changed", display: viewById(id) };
      }),
    revoke: (id, doer) =>
      inTransaction(db, () => {
        const display = byId(id);
        if (display === null) return false;
        remove(display, doer, null);
        return true;
      }),
    renew: tokens.renew,
    seen: (id, address) => {
      const [display, nowMs] = [byId(id)?.shown, clock.nowMs()];
      if (display === undefined) return;
      const sinceMs = display.lastSeenAtMs === null ? null : nowMs - display.lastSeenAtMs;
      // A clock that was set back must not keep "last seen" in the future.
      if (sinceMs !== null && sinceMs >= 0 && sinceMs < MINUTE_MS) return;
      unlessRefused(() => setSeen.run([nowMs, address, id]));
    },
    tellConnected: (ask) => {
      isConnected = ask;
    },
    displayByToken: (token) => knownOf(tokens.holder(token)),
    displayById: (id) => knownOf(byId(id)),
    tidy: () =>
      inTransaction(db, () => {
        forgetExpiredPairings();
        for (const display of rows.givenUp(clock.nowMs())) remove(display, SERVER, "unseen for 90 days");
      }),
  };
}

const knownOf = (row: DisplayRow | null): KnownDisplay | null =>
  row === null ? null : { displayId: row.shown.id, name: row.shown.name, screenId: row.shown.screenId };

const refused = (problem: string): Refused => ({ kind: "refused", problem });
const NEVER: (id: string) => boolean = () => false;
const NO_NAME = refused("A display needs a name.");
const NO_DISPLAY = refused("There is no such display.");
const NO_CODE = refused("A code has six letters and digits, as the display shows them.");
const NOT_SHOWN = refused("No display shows this code now. A code is good for ten minutes, and once.");
const tooManyGuesses = (retryAfterMs: number): ReturnType<Displays["pair"]> => {
  const minutes = Math.ceil(retryAfterMs / MINUTE_MS);
  const problem = `Too many wrong codes. Please try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`;
  return { kind: "refused", problem, retryAfterMs };
};
