import { inTransaction } from "../../store/libsql/transaction";
import type { Doer, Sessions, SignIn } from "../access";
import type { AccountRow } from "../accounts/account-rows";
import { foldName } from "../accounts/name";
import { hashSecret } from "../secrets";
import type { Admission } from "../throttle/sign-in-throttle";
import type { OpenedSession, OpenSession, SessionsParts } from "./sessions";

/** When too many wait for their password to be looked at. */
const BUSY_RETRY_MS = 5_000;
/** No account's name is longer, however it is spelt. */
const LONGEST_COMPARED = 200;

type Attempt = {
  readonly account: AccountRow | null;
  readonly password: string;
  readonly from: { readonly address: string; readonly device: string | null };
  /** The browser has signed in to the account before. */
  readonly isKnown: boolean;
};

/** Signing in by name and password. Whoever fails learns nothing: neither from the answer nor from its time. */
export function createSignIn(parts: SessionsParts, open: OpenSession): Sessions["signIn"] {
  const { db, accountRows, sessionRows, passwords, throttle, auditTrail } = parts;

  return async (name, password, from) => {
    const { address, device } = from;
    const compared = foldName(name.slice(0, LONGEST_COMPARED));
    const account = accountRows.byFoldedName(compared);
    const known = account === null || device === null ? null : knownDevice(account, device);
    const admission = throttle.admit({ address, account: compared, device: known });
    if (admission.kind === "throttled") return throttled(admission, account, address);

    try {
      return await tried({ account, password, from, isKnown: known !== null }, admission.end);
    } finally {
      // Where nothing came of it, for a full disk say: it was no wrong try.
      admission.end("not tried");
    }
  };

  async function tried(
    { account, password, from, isKnown }: Attempt,
    end: (outcome: "right" | "wrong") => void,
  ): Promise<SignIn> {
    const kept = account === null || account.disabled ? null : account.password;
    const verdict = await passwords.compare(password, kept, isKnown);
    if (verdict === "busy") return { kind: "throttled", retryAfterMs: BUSY_RETRY_MS };
    const session = verdict === "same" && account !== null ? openUnlessChanged(account, from) : null;
    if (session === null) {
      end("wrong");
      write("sign-in-failed", account, account === null ? "unknown name" : null, from.address);
      return { kind: "wrong" };
    }
    end("right");
    await renewKept(account, password);
    return session;
  }

  /** What stands for him in his browser in the throttle: what others do there is not counted for him. null: not known there. */
  function knownDevice({ id }: AccountRow, secret: string): string | null {
    const hash = hashSecret(secret);
    return sessionRows.knowsDevice(hash, id) ? `${hash.toString("base64")} ${id}` : null;
  }

  /** Read again: it may have been changed or disabled while the password was looked at. */
  function openUnlessChanged({ id, password: kept }: AccountRow, from: Attempt["from"]): OpenedSession | null {
    return inTransaction(db, () => {
      const now = accountRows.byId(id);
      if (now === null || now.disabled || now.password !== kept) return null;
      return open(now, from);
    });
  }

  function throttled(
    { tell, retryAfterMs }: Extract<Admission, { kind: "throttled" }>,
    account: AccountRow | null,
    address: string,
  ): SignIn {
    if (tell === "address") write("sign-in-throttled", null, "this address", address);
    if (tell === "account")
      write("sign-in-throttled", account, account === null ? "unknown name" : "this account", address);
    return { kind: "throttled", retryAfterMs };
  }

  /** What was typed for a name that nobody has is not written down: it may be a password. */
  function write(
    act: "sign-in-failed" | "sign-in-throttled",
    account: AccountRow | null,
    detail: string | null,
    address: string,
  ): void {
    const doer: Doer = { actor: { kind: "nobody", name: "" }, address };
    auditTrail.write({ ...doer, act, subject: account?.name ?? null, detail });
  }

  /** A password that was kept when less work was enough is kept anew: now it is known. */
  async function renewKept(account: AccountRow | null, password: string): Promise<void> {
    if (account === null || account.password === null || !passwords.isOutdated(account.password)) return;
    const renewed = await passwords.keep(password);
    inTransaction(db, () => {
      const now = accountRows.byId(account.id);
      if (now?.password === account.password) accountRows.update({ ...now, password: renewed });
    });
  }
}
