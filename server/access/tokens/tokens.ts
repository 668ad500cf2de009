import type { TokenView } from "../../../lib/access/access-types";
import type { TokenScope } from "../../../lib/access/roles";
import { cleanName } from "../../../lib/names/names";
import { inTransaction } from "../../store/libsql/transaction";
import type { AuditTrail, Tokens } from "../access";
import { foldName, nameProblem } from "../accounts/name";
import type { Principal } from "../principal";
import { hashSecret, newId, newSecret } from "../secrets";
import type { AccessParts } from "../store/parts";
import { unlessRefused } from "../store/unless-refused";

/** How exactly the last use is known. */
const USE_STEP_MS = 60_000;

type Columns = readonly [string, string, string, number, string, number | null];

export type TokensBook = Tokens & {
  /** Whom a secret stands for, and that it was used. */
  readonly use: (secret: string) => Principal | null;
  /** Who a token stands for now. */
  readonly now: (tokenId: string) => Principal | null;
};

/** The keys of scripts. The secret says what it is for, so that one found in a wrong place is known for what it is. */
export function createTokens(parts: AccessParts & { readonly auditTrail: Pick<AuditTrail, "write"> }): TokensBook {
  const { db, clock, changed, auditTrail } = parts;
  const select = (where: string) => {
    const columns = "id, name, scope, created_at_ms, created_by, last_used_at_ms";
    const statement = db.prepare(`SELECT ${columns} FROM tokens ${where}`).raw();
    return (...given: readonly unknown[]) => (statement.all([...given]) as Columns[]).map(viewOf);
  };
  const all = select("ORDER BY created_at_ms, rowid");
  const byId = select("WHERE id = ?");
  const byHash = select("WHERE token_hash = ?");
  const insert = db.prepare(
    "INSERT INTO tokens (id, name, scope, token_hash, created_at_ms, created_by) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const markUsed = db.prepare("UPDATE tokens SET last_used_at_ms = ? WHERE id = ?");
  const remove = db.prepare("DELETE FROM tokens WHERE id = ?");

  return {
    list: () => all(),
    create: (given, doer) => {
      const name = cleanName(given.name);
      const problem = nameProblem(name, "A token");
      if (problem !== null) return { kind: "refused", problem };
      const { scope } = given;
      const secret = `pk_${scope}_${newSecret()}`;
      const token = inTransaction(db, (): TokenView | null => {
        if (all().some((other) => foldName(other.name) === foldName(name))) return null;
        const id = newId();
        const createdAtMs = clock.nowMs();
        const createdBy = doer.actor.name;
        insert.run([id, name, scope, hashSecret(secret), createdAtMs, createdBy]);
        auditTrail.write({ ...doer, act: "token-created", subject: name, detail: scope });
        return { id, name, scope, createdAtMs, createdBy, lastUsedAtMs: null };
      });
      if (token === null) return { kind: "refused", problem: `There is already a token named "${name}".` };
      return { kind: "created", token, secret };
    },
    revoke: (id, doer) => {
      const isGone = inTransaction(db, () => {
        const [token] = byId(id);
        if (token === undefined) return false;
        remove.run([id]);
        auditTrail.write({ ...doer, act: "token-revoked", subject: token.name, detail: token.scope });
        return true;
      });
      if (isGone) changed();
      return isGone;
    },
    use: (secret) => {
      const [token] = byHash(hashSecret(secret));
      if (token === undefined) return null;
      const nowMs = clock.nowMs();
      if (token.lastUsedAtMs === null || nowMs - token.lastUsedAtMs >= USE_STEP_MS) {
        unlessRefused(() => markUsed.run([nowMs, token.id]));
      }
      return principalOf(token);
    },
    now: (tokenId) => {
      const [token] = byId(tokenId);
      return token === undefined ? null : principalOf(token);
    },
  };
}

const viewOf = ([id, name, scope, createdAtMs, createdBy, lastUsedAtMs]: Columns): TokenView => ({
  id,
  name,
  // Only scopes were written.
  scope: scope as TokenScope,
  createdAtMs,
  createdBy,
  lastUsedAtMs,
});

const principalOf = ({ id, name, scope }: TokenView): Principal => ({ kind: "token", tokenId: id, name, scope });
