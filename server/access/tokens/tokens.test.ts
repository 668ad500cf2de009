import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TokenScope } from "../../../lib/access/roles";
import { NOBODY } from "../principal";
import { ADMINISTRATOR, openAccessDesk, showing, START_MS, type AccessDesk } from "../testing/opened-access";

let desk: AccessDesk;
beforeEach(() => {
  desk = openAccessDesk();
});
afterEach(() => desk.access.close());

const created = (name: string, scope: TokenScope = "read") => {
  const answer = desk.access.tokens.create({ name, scope }, ADMINISTRATOR);
  if (answer.kind === "refused") throw new Error(answer.problem);
  return answer;
};
const bearer = (secret: string | null) => desk.access.principalOf(showing({ bearer: secret }));

describe("a script's token", () => {
  it.each(["read", "metrics", "ingest"] as const)("[AC80] says that it is for %s, and is that", (scope) => {
    const { token, secret } = created("Backups", scope);
    expect(secret).toMatch(new RegExp(`^pk_${scope}_[\\w-]{43}$`));
    expect(token).toMatchObject({
      name: "Backups",
      scope,
      createdAtMs: START_MS,
      createdBy: "Ada",
      lastUsedAtMs: null,
    });
    const principal = { kind: "token", tokenId: token.id, name: "Backups", scope };
    expect(bearer(secret)).toEqual(principal);
    expect(desk.access.current(bearer(secret))).toEqual(principal);
    expect(desk.lastLines(1)).toEqual([`person Ada | token-created | Backups | ${scope}`]);
  });

  it("[AC80] of another scope, cut, or long is nobody's", () => {
    const { secret } = created("a", "read");
    const others = [secret.replace("read", "ingest"), secret.slice(0, -1), `${secret}x`, "", "x".repeat(100_000)];
    for (const other of others) expect(bearer(other)).toEqual(NOBODY);
  });

  it("[AC80] alone counts: a wrong one beside a good session is nobody", async () => {
    await desk.account({ name: "Ada", role: "admin" });
    const { token } = await desk.signedIn("Ada");
    expect(desk.access.principalOf({ session: token, display: null, bearer: "wrong" })).toEqual(NOBODY);
    expect(desk.access.principalOf({ session: token, display: null, bearer: "x".repeat(999) })).toEqual(NOBODY);
    expect(desk.access.principalOf({ session: token, display: "wrong", bearer: null }).kind).toBe("person");
  });

  it("[AC80] notes its use at most once a minute", () => {
    const { secret } = created("a");
    const usedAt = (second: number) => {
      desk.at(second * 1_000);
      bearer(secret);
      return ((desk.access.tokens.list()[0]?.lastUsedAtMs ?? 0) - START_MS) / 1_000;
    };
    expect([5, 64, 65, 66, 125].map(usedAt)).toEqual([5, 5, 65, 65, 125]);
  });

  it("[AC81] revoked is nobody's at once", () => {
    const { token, secret } = created("a");
    const principal = bearer(secret);
    expect(desk.access.tokens.revoke(token.id, ADMINISTRATOR)).toBe(true);
    expect([bearer(secret), desk.access.current(principal)]).toEqual([NOBODY, NOBODY]);
    expect(desk.access.tokens.list()).toEqual([]);
    expect(desk.access.tokens.revoke(token.id, ADMINISTRATOR)).toBe(false);
    expect(desk.lastLines(2)).toEqual([
      "person Ada | token-created | a | read",
      "person Ada | token-revoked | a | read",
    ]);
  });

  it("[AC81] has a name of its own, so that the right one is revoked", () => {
    created("Backups");
    expect(() => created(" backups ")).toThrow('There is already a token named "backups".');
    expect(() => created(" \u202e")).toThrow("A token needs a name.");
    expect(() => created("x".repeat(61))).toThrow("at most 60");
  });
});
