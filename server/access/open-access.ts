import { assertNever } from "../../lib/vocabulary";
import type { Clock } from "../clock";
import { errorText } from "../store/libsql/errors";
import { closeOwnDatabase } from "../store/libsql/own-database";
import type { Access, Credentials } from "./access";
import { createAccountRows } from "./accounts/account-rows";
import { createAccounts } from "./accounts/accounts";
import { createDisplays, type KnownDisplay } from "./displays/displays";
import { PASSWORD_COST, type PasswordCost } from "./passwords/phc";
import { createPasswords } from "./passwords/passwords";
import { NOBODY, type Principal } from "./principal";
import { createSessionRows } from "./sessions/session-rows";
import { createSessions } from "./sessions/sessions";
import { createChanges } from "./store/changes";
import { openAccessDatabase } from "./store/open-database";
import type { AccessDatabase } from "./store/parts";
import { createUpkeep } from "./store/upkeep";
import { createSignInThrottle } from "./throttle/sign-in-throttle";
import { createTokens } from "./tokens/tokens";
import { createAuditTrail } from "./trail/audit-trail";

export type OpenedAccess =
  | { readonly kind: "opened"; readonly access: Access }
  /** `message`: one line for people. */
  | { readonly kind: "refused"; readonly message: string };

export type AccessOptions = {
  /** A file, made where it is missing, or `:memory:`. */
  readonly path: string;
  readonly clock: Clock;
  /** How much work passwords are; tests take less. */
  readonly passwordCost?: PasswordCost;
  /** How often it is looked for what others have written and what time has ended, ms. */
  readonly pollMs?: number;
  /** Told when the database cannot be read, in one line. */
  readonly log: (line: string) => void;
};

const POLL_MS = 500;
/** No credential of ours is longer. */
const LONGEST_CREDENTIAL = 200;

/** Opens the books of who may come in. Several processes may have them open; each learns what the others write. */
export function openAccess({ path, ...options }: AccessOptions): OpenedAccess {
  const opened = openAccessDatabase({ path });
  if (opened.kind === "refused") return opened;
  try {
    return { kind: "opened", access: createAccess(opened.db, options) };
  } catch (error) {
    closeOwnDatabase(opened.db);
    return { kind: "refused", message: `The accounts in ${path} cannot be read: ${errorText(error)}` };
  }
}

function createAccess(
  db: AccessDatabase,
  { clock, log, passwordCost = PASSWORD_COST, pollMs = POLL_MS }: Omit<AccessOptions, "path">,
): Access {
  const changes = createChanges(db);
  const auditTrail = createAuditTrail({ db, clock });
  const parts = {
    db,
    clock,
    changed: changes.changed,
    auditTrail,
    accountRows: createAccountRows(db),
    sessionRows: createSessionRows(db),
    passwords: createPasswords(passwordCost),
    throttle: createSignInThrottle(clock),
  };
  const sessions = createSessions(parts);
  const tokens = createTokens(parts);
  const displays = createDisplays({ ...parts, trail: auditTrail });
  const upkeep = createUpkeep({ clock, log, pollMs, changes, sessions, displays, auditTrail });

  function known({ session, display, bearer }: Credentials): Principal | null {
    if (bearer !== null) return tokens.use(bearer);
    const person = session === null ? null : sessions.use(session);
    if (person !== null) return person;
    return display === null ? null : displayPrincipal(displays.displayByToken(display));
  }

  function now(principal: Principal): Principal | null {
    switch (principal.kind) {
      case "nobody":
      case "demo":
        return principal;
      case "person":
        return sessions.now(principal.sessionId);
      case "display":
        return displayPrincipal(displays.displayById(principal.displayId));
      case "token":
        return tokens.now(principal.tokenId);
      default:
        return assertNever(principal);
    }
  }

  return {
    accounts: createAccounts(parts),
    sessions,
    displays,
    tokens,
    auditTrail,
    principalOf: ({ session, display, bearer }) =>
      known({ session: possible(session), display: possible(display), bearer: possible(bearer) }) ?? NOBODY,
    current: (principal) => now(principal) ?? NOBODY,
    onChange: changes.onChange,
    close: () => {
      if (!db.open) return;
      upkeep.stop();
      closeOwnDatabase(db);
    },
  };
}

/** What is longer is not even hashed; it is still a credential, of nobody. */
const possible = (credential: string | null): string | null =>
  credential === null || credential.length <= LONGEST_CREDENTIAL ? credential : "";

const displayPrincipal = (display: KnownDisplay | null): Principal | null =>
  display === null ? null : { kind: "display", ...display };
