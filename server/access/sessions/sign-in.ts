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

/** A browser that has signed in to the account before; `key` stands for it in the throttle. */
type KnownDevice = { readonly secret: string; readonly key: string };

type Attempt = {
  readonly account: AccountRow | null;
  readonly password: string;
  readonly address: string;
  readonly known: KnownDevice | null;
};

/** Signing in by name and password. Whoever fails learns nothing: neither from the answer nor from its time. */
export function createSignIn(parts: SessionsParts, open: OpenSession): Sessions["signIn"] {
  const { db, accountRows, sessionRows, passwords, throttle, auditTrail } = parts;

  return async (name, password, { address, device }) => {
    const compared = foldName(name.slice(0, LONGEST_COMPARED));
    const account = accountRows.byFoldedName(compared);
    const known = account === null || device === null ? null : knownDevice(account, device);
    const admission = throttle.admit({ address, account: compared, device: known?.key ?? null });
    if (admission.kind === "throttled") return throttled(admission, account, address);

    try {
      return await tried({ account, password, address, known }, admission.end);
    } finally {
      // Where nothing came of it, for a full disk say: it was no wrong try.
      admission.end("not tried");
    }
  };

  async function tried(
    { account, password, address, known }: Attempt,
    end: (outcome: "right" | "wrong") => void,
  ): Promise<SignIn> {
    const kept = account === null || account.disabled ? null : account.password;
    const verdict = await passwords.compare(password, kept, known !== null);
    if (verdict === "busy") return { kind: "throttled", retryAfterMs: BUSY_RETRY_MS };
    const session = verdict === "same" && account !== null ? openUnlessChanged(account, address, known) : null;
    if (session === null) {
      end("wrong");
      write("sign-in-failed", account, account === null ? "unknown name" : null, address);
      return { kind: "wrong" };
    }
    end("right");
    await renewKept(account, password);
    return session;
  }

  function knownDevice({ id }: AccountRow, secret: string): KnownDevice | null {
    const hash = hashSecret(secret);
    return sessionRows.knowsDevice(hash, id) ? { secret, key: hash.toString("base64") } : null;
  }

  /** Read again: it may have been changed or disabled while the password was looked at. */
  function openUnlessChanged(
    { id, password: kept }: AccountRow,
    address: string,
    known: KnownDevice | null,
  ): OpenedSession | null {
    return inTransaction(db, () => {
      const now = accountRows.byId(id);
      if (now === null || now.disabled || now.password !== kept) return null;
      return open(now, { address, device: known?.secret ?? null });
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
