import { inTransaction } from "../../store/libsql/transaction";
import type { AuditTrail, Sessions, SignIn } from "../access";
import type { AccountRow, AccountRows } from "../accounts/account-rows";
import type { Passwords } from "../passwords/passwords";
import type { Principal } from "../principal";
import { hashSecret, newId, newSecret } from "../secrets";
import type { AccessParts } from "../store/parts";
import { unlessRefused } from "../store/unless-refused";
import type { SignInThrottle } from "../throttle/sign-in-throttle";
import { ABSOLUTE_MS, USE_STEP_MS, type SessionRow, type SessionRows } from "./session-rows";
import { createSignIn } from "./sign-in";

export type SessionsParts = AccessParts & {
  readonly accountRows: AccountRows;
  readonly sessionRows: SessionRows;
  readonly passwords: Passwords;
  readonly throttle: SignInThrottle;
  readonly auditTrail: Pick<AuditTrail, "write">;
};

export type OpenedSession = Extract<SignIn, { kind: "signed-in" }>;
/** `device`: what the browser says it is known by; null: nothing. */
export type OpenSession = (account: AccountRow, from: { address: string; device: string | null }) => OpenedSession;

export type SessionsBook = Sessions & {
  /** Whom a session's token stands for, and that it was used. */
  readonly use: (token: string) => Principal | null;
  /** Who a session stands for now. */
  readonly now: (sessionId: string) => Principal | null;
  /** @returns whether any session had expired; true again until its row could be deleted */
  readonly expire: () => boolean;
};

/** Who is signed in. A session is known by the hash of its token only, and never gets an older one's token. */
export function createSessions(parts: SessionsParts): SessionsBook {
  const { db, clock, changed, accountRows, sessionRows, auditTrail } = parts;

  const open: OpenSession = (account, { address, device }) => {
    const nowMs = clock.nowMs();
    const token = newSecret();
    const session = { id: newId(), accountId: account.id, openedAtMs: nowMs, lastUsedAtMs: nowMs };
    const kept = inTransaction(db, () => {
      if (sessionRows.insert(session, hashSecret(token), address) > 0) changed();
      accountRows.markSeen(account.id, nowMs);
      const actor = { kind: "person", name: account.name } as const;
      auditTrail.write({ actor, address, act: "signed-in", subject: null, detail: null });
      return keptDevice(account, device, nowMs);
    });
    const principal = principalOf(session, account);
    return { kind: "signed-in", principal, token, device: kept, expiresAtMs: nowMs + ABSOLUTE_MS };
  };

  /** One secret a browser, so that whoever shares it stays known there; none of the browser's own choice. */
  function keptDevice({ id, password }: AccountRow, device: string | null, nowMs: number): string | null {
    // Who has no password here cannot be kept out by wrong ones.
    if (password === null) return null;
    const kept = device !== null && sessionRows.isDevice(hashSecret(device)) ? device : newSecret();
    sessionRows.keepDevice(hashSecret(kept), id, nowMs);
    return kept;
  }

  function principalNow(session: SessionRow | null): Principal | null {
    const account = session === null ? null : accountRows.byId(session.accountId);
    return session === null || account === null || account.disabled ? null : principalOf(session, account);
  }

  return {
    signIn: createSignIn(parts, open),
    open: (accountId, { address, device = null }) => {
      const account = accountRows.byId(accountId);
      if (account === null || account.disabled) throw new Error("Nobody can be signed in to this account");
      return open(account, { address, device });
    },
    signOut: (sessionId, doer) => {
      const isEnded = inTransaction(db, () => {
        if (!sessionRows.end(sessionId)) return false;
        auditTrail.write({ ...doer, act: "signed-out", subject: null, detail: null });
        return true;
      });
      if (isEnded) changed();
    },
    use: (token) => {
      const nowMs = clock.nowMs();
      const session = sessionRows.byToken(hashSecret(token), nowMs);
      const principal = principalNow(session);
      if (session !== null && principal !== null && nowMs - session.lastUsedAtMs >= USE_STEP_MS) {
        unlessRefused(() =>
          inTransaction(db, () => {
            sessionRows.markUsed(session.id, nowMs);
            accountRows.markSeen(session.accountId, nowMs);
          }),
        );
      }
      return principal;
    },
    now: (sessionId) => principalNow(sessionRows.byId(sessionId, clock.nowMs())),
    expire: () => sessionRows.endExpired(clock.nowMs()) > 0,
  };
}

const principalOf = (session: SessionRow, account: AccountRow): Principal => ({
  kind: "person",
  accountId: account.id,
  sessionId: session.id,
  name: account.name,
  role: account.role,
  queueIds: account.queueIds,
  seesNumbers: account.seesNumbers,
});
