import type { BoardId, QueueId } from "../vocabulary";
import type { Right, Role, TokenScope } from "./roles";

/** Who asks, as the server sees him (`GET /api/v1/me`); `rights` are all he holds. */
export type Me = { readonly rights: readonly Right[] } & (
  | {
      readonly kind: "nobody";
      /** Whether there is an administrator; before, nothing works but making one. */
      readonly setUp: boolean;
      /** The name of the company's own way to sign in; null: name and password only. */
      readonly signInWith: string | null;
    }
  /** The simulator on this machine alone: nobody needs to sign in. */
  | { readonly kind: "demo"; readonly siteName: string }
  | {
      readonly kind: "person";
      readonly siteName: string;
      readonly accountId: string;
      readonly name: string;
      readonly role: Role;
      /** null: all. */
      readonly queueIds: readonly QueueId[] | null;
      /** false: signs in the company's way, has no password here. */
      readonly hasPassword: boolean;
    }
  | {
      readonly kind: "display";
      readonly displayId: string;
      readonly name: string;
      /** A board's or a rotation's id; null: what it showed is no longer configured. */
      readonly screenId: BoardId | null;
    }
  | { readonly kind: "token"; readonly name: string; readonly scope: TokenScope }
);

/** A person as administrators see him. Instants epoch ms. */
export type AccountView = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Of a lead; null: all. */
  readonly queueIds: readonly QueueId[] | null;
  readonly seesNumbers: boolean;
  readonly disabled: boolean;
  /** `password`: here; `company`: OpenID Connect. */
  readonly signsInBy: "password" | "company";
  readonly createdAtMs: number;
  readonly lastSeenAtMs: number | null;
};

/** A television. */
export type DisplayView = {
  readonly id: string;
  readonly name: string;
  /** A board's or a rotation's id. */
  readonly screenId: BoardId;
  readonly pairedAtMs: number;
  /** The name of who let it in. */
  readonly pairedBy: string;
  readonly lastSeenAtMs: number | null;
  readonly lastAddress: string | null;
  /** Its connection stands now. */
  readonly connected: boolean;
};

export type TokenView = {
  readonly id: string;
  readonly name: string;
  readonly scope: TokenScope;
  readonly createdAtMs: number;
  readonly createdBy: string;
  readonly lastUsedAtMs: number | null;
};

/** What a television shows until somebody lets it in. */
export type PairingView = { readonly code: string; readonly expiresAtMs: number };
export type PairingState = { readonly state: "waiting" | "expired" | "paired" };

/** How long a code is good. */
export const PAIRING_GOOD_FOR_MS = 10 * 60_000;
/** Digits and capitals without those that are taken for one another (0 O, 1 I L). */
export const PAIRING_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
export const PAIRING_CODE_LENGTH = 6;

/** What was done, as the audit trail names it. */
export type AuditAct =
  | "set-up"
  | "signed-in"
  | "sign-in-failed"
  | "sign-in-throttled"
  | "signed-out"
  | "password-changed"
  | "account-created"
  | "account-changed"
  | "account-disabled"
  | "account-enabled"
  | "display-paired"
  | "display-changed"
  | "display-revoked"
  | "token-created"
  | "token-revoked"
  | "number-shown"
  | "caller-exported"
  | "caller-erased"
  | "caller-not-erased"
  | "numbers-expired"
  | "alert-acknowledged"
  | "alert-taken-back"
  | "alert-rule-created"
  | "alert-rule-changed"
  | "alert-rule-deleted"
  | "alert-silence-begun"
  | "alert-silence-ended"
  | "alert-channel-tested"
  | "audit-trail-exported";

export type AuditActor = {
  readonly kind: "person" | "display" | "token" | "demo" | "nobody" | "command-line" | "server";
  readonly name: string;
};

/** One line of the audit trail. `hash` covers the line and the hash of the line before. */
export type AuditLine = {
  readonly seq: number;
  readonly atMs: number;
  readonly actor: AuditActor;
  /** Where from; null: this machine's own command line or the server itself. */
  readonly address: string | null;
  readonly act: AuditAct;
  /** Whom or what it was done to, by name; never a caller's number. */
  readonly subject: string | null;
  /** In a few words what changed. */
  readonly detail: string | null;
  readonly hash: string;
};

/** The trail, the newest line first. */
export type AuditPage = {
  readonly lines: readonly AuditLine[];
  /** `before` of the next page; null: that was the last. */
  readonly next: number | null;
  /** Whether every kept line follows from the one before. */
  readonly intact: boolean;
};

/** The answer of `POST /api/v1/contacts/number`. */
export type RevealedCaller = { readonly number: string; readonly name: string | null };
