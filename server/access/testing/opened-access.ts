import type { AuditLine } from "../../../lib/access/access-types";
import type { QueueId } from "../../../lib/vocabulary";
import type { Access, Credentials, Doer, NewAccount, SignIn } from "../access";
import { openAccess } from "../open-access";
import type { PasswordCost } from "../passwords/phc";

/** Passwords that cost next to nothing. */
export const QUICK: PasswordCost = { logN: 4, r: 1, p: 1 };
/** One that is allowed to everybody. */
export const PASSWORD = "sturdy-oak-bridge-41";
export const ADMINISTRATOR: Doer = { actor: { kind: "person", name: "Ada" }, address: "192.0.2.1" };
export const START_MS = 1_795_000_000_000;

/** The books of who may come in, on a clock of the test's. */
export type AccessDesk = {
  readonly access: Access;
  readonly clock: { readonly nowMs: () => number };
  /** Sets the clock, in ms since the test began. */
  readonly at: (ms: number) => void;
  readonly pass: (ms: number) => void;
  /** @returns its id */
  readonly account: (given: Partial<NewAccount> & { readonly name: string }) => Promise<string>;
  readonly signIn: (name: string, password?: string, address?: string, device?: string | null) => Promise<SignIn>;
  /** Signed in, or the test fails. */
  readonly signedIn: (
    name: string,
    password?: string,
    address?: string,
    device?: string | null,
  ) => Promise<Extract<SignIn, { kind: "signed-in" }>>;
  readonly trail: () => readonly AuditLine[];
  /** The newest lines in a few words, the oldest of them first. */
  readonly lastLines: (count: number) => readonly string[];
};

export function openAccessDesk({
  path = ":memory:",
  passwordCost = QUICK,
  pollMs = 20,
}: { readonly path?: string; readonly passwordCost?: PasswordCost; readonly pollMs?: number } = {}): AccessDesk {
  let nowMs = START_MS;
  const clock = { nowMs: () => nowMs };
  const opened = openAccess({ path, clock, passwordCost, pollMs, log: logged });
  if (opened.kind === "refused") throw new Error(opened.message);
  const { access } = opened;
  const signIn: AccessDesk["signIn"] = (name, password = PASSWORD, address = "198.51.100.7", device = null) =>
    access.sessions.signIn(name, password, { address, device });

  return {
    access,
    clock,
    at: (ms) => {
      nowMs = START_MS + ms;
    },
    pass: (ms) => {
      nowMs += ms;
    },
    account: async (given) => {
      const wanted = { role: "supervisor", queueIds: null, seesNumbers: false, password: PASSWORD, ...given } as const;
      const answer = await access.accounts.create(wanted, ADMINISTRATOR);
      if (answer.kind === "refused") throw new Error(answer.problem);
      return answer.account.id;
    },
    signIn,
    signedIn: async (...given) => {
      const answer = await signIn(...given);
      if (answer.kind !== "signed-in") throw new Error(`${given[0]} is not signed in but ${answer.kind}`);
      return answer;
    },
    trail: () => Array.from(access.auditTrail.all()),
    lastLines: (count) => Array.from(access.auditTrail.all()).slice(-count).map(inWords),
  };
}

/** Credentials with nothing but these. */
export const showing = (shown: Partial<Credentials>): Credentials => ({
  session: null,
  display: null,
  bearer: null,
  ...shown,
});

export const queueIds = (...ids: readonly string[]): readonly QueueId[] => ids.map((id) => id as QueueId);

const inWords = ({ actor, act, subject, detail }: AuditLine): string =>
  [`${actor.kind} ${actor.name}`.trim(), act, subject, detail].filter((part) => part !== null).join(" | ");

const logged = (line: string): never => {
  throw new Error(line);
};
