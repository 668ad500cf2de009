import type {
  AccountView,
  AuditAct,
  AuditActor,
  AuditLine,
  AuditPage,
  DisplayView,
  PairingState,
  PairingView,
  TokenView,
} from "../../lib/access/access-types";
import type { Role, TokenScope } from "../../lib/access/roles";
import type { BoardId, QueueId } from "../../lib/vocabulary";
import type { Principal } from "./principal";

/** What a request shows of who it is from, as it came; a secret each. */
export type Credentials = {
  readonly session: string | null;
  readonly display: string | null;
  readonly bearer: string | null;
};

/** Who does something, for the audit trail. */
export type Doer = { readonly actor: AuditActor; readonly address: string | null };

/** `problem`: one sentence for the person who asked. */
export type Refused = { readonly kind: "refused"; readonly problem: string };

/** Who may come in: the one writer of accounts, sessions, displays, tokens and the audit trail. Instants epoch ms. */
export type Access = {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly displays: Displays;
  readonly tokens: Tokens;
  readonly auditTrail: AuditTrail;
  /** Whom the credentials stand for: a session before a display, a bearer alone. Unknown, expired or withdrawn ones: nobody. */
  readonly principalOf: (credentials: Credentials) => Principal;
  /** The same one as it stands now; nobody where session, account, display or token is gone. */
  readonly current: (principal: Principal) => Principal;
  /** Told within a second after anything that rights rest on has changed, by this process or by another. @returns unsubscribe */
  readonly onChange: (listener: () => void) => () => void;
  readonly close: () => void;
};

export type NewAccount = {
  readonly name: string;
  readonly role: Role;
  /** Of a lead at least one; of others null. */
  readonly queueIds: readonly QueueId[] | null;
  readonly seesNumbers: boolean;
  readonly password: string;
};
export type AccountChange = Partial<Pick<NewAccount, "role" | "queueIds" | "seesNumbers" | "password">> & {
  readonly disabled?: boolean;
};

export type Accounts = {
  /** Whether there is an administrator who can sign in. */
  readonly isSetUp: () => boolean;
  readonly list: () => readonly AccountView[];
  readonly create: (
    account: NewAccount,
    doer: Doer,
  ) => Promise<{ readonly kind: "created"; readonly account: AccountView } | Refused>;
  /** Every change but a name ends the account's sessions. The last administrator stays one. */
  readonly change: (
    id: string,
    change: AccountChange,
    doer: Doer,
  ) => Promise<{ readonly kind: "changed"; readonly account: AccountView } | Refused>;
  readonly byName: (name: string) => AccountView | null;
  /** Changes one's own password: all sessions of the account end. */
  readonly changeOwnPassword: (
    accountId: string,
    current: string,
    next: string,
    doer: Doer,
  ) => Promise<{ readonly kind: "changed" } | Refused>;
  /** Makes or renews the account of somebody whom the company's provider vouches for, with the role it gives. */
  readonly vouched: (
    person: VouchedPerson,
    doer: Doer,
  ) => { readonly kind: "known"; readonly account: AccountView } | Refused;
};
export type VouchedPerson = {
  /** Issuer and subject. */
  readonly subject: string;
  readonly name: string;
  readonly role: Role;
  readonly queueIds: readonly QueueId[] | null;
  readonly seesNumbers: boolean;
};

export type SignIn =
  | {
      readonly kind: "signed-in";
      readonly principal: Principal;
      readonly token: string;
      /** What the browser is known by from now on; null: nothing is kept of it. */
      readonly device: string | null;
      readonly expiresAtMs: number;
    }
  | { readonly kind: "wrong" }
  | { readonly kind: "throttled"; readonly retryAfterMs: number };

export type Sessions = {
  /** One answer and one time for an unknown name and a wrong password. `device`: what an earlier sign-in on it gave. */
  readonly signIn: (
    name: string,
    password: string,
    from: { readonly address: string; readonly device: string | null },
  ) => Promise<SignIn>;
  /**
   * A session without a password: after set-up, after the company's provider, after a change of password. `device` left
   * out: the browser is not known by anything.
   */
  readonly open: (
    accountId: string,
    from: { readonly address: string; readonly device?: string | null },
  ) => Extract<SignIn, { kind: "signed-in" }>;
  readonly signOut: (sessionId: string, doer: Doer) => void;
};

export type Displays = {
  /** `secret` is the television's; null: too many codes are open. */
  readonly offerCode: (address: string) => { readonly pairing: PairingView; readonly secret: string } | null;
  /** `token`: once, when it has been let in. */
  readonly claim: (secret: string, address: string) => PairingState & { readonly token: string | null };
  /** Lets in the television that shows the code; a code counts once. Guesses are throttled by `guesser`. */
  readonly pair: (
    code: string,
    display: { readonly name: string; readonly screenId: BoardId },
    doer: Doer,
    guesser: string,
  ) =>
    | { readonly kind: "paired"; readonly display: DisplayView }
    /** `retryAfterMs`: there were too many wrong codes; null: it may be tried again at once. */
    | (Refused & { readonly retryAfterMs: number | null });
  readonly list: () => readonly DisplayView[];
  readonly change: (
    id: string,
    change: { readonly name?: string; readonly screenId?: BoardId },
    doer: Doer,
  ) => { readonly kind: "changed"; readonly display: DisplayView } | Refused;
  readonly revoke: (id: string, doer: Doer) => boolean;
  /** A new token in place of one that is a day old; null: it is not. The one before stays good until the next renewal. */
  readonly renew: (token: string) => string | null;
  /** Its connection stands: keeps "last seen" true, written at most once a minute. */
  readonly seen: (id: string, address: string) => void;
  /** Which displays are connected is known to whoever holds the sockets. */
  readonly tellConnected: (isConnected: (id: string) => boolean) => void;
};

export type Tokens = {
  readonly list: () => readonly TokenView[];
  /** `secret`: shown once, kept nowhere. */
  readonly create: (
    token: { readonly name: string; readonly scope: TokenScope },
    doer: Doer,
  ) => { readonly kind: "created"; readonly token: TokenView; readonly secret: string } | Refused;
  readonly revoke: (id: string, doer: Doer) => boolean;
};

export type AuditTrail = {
  readonly write: (
    line: { readonly act: AuditAct; readonly subject: string | null; readonly detail: string | null } & Doer,
  ) => void;
  /** The newest first, below `before`; after all of them were verified, others having their turns meanwhile. */
  readonly read: (page: { readonly before: number | null; readonly limit: number }) => Promise<AuditPage>;
  /** All lines that stand there when it begins, the oldest first. */
  readonly all: () => Iterable<AuditLine>;
};
