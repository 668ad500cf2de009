import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openAccessDesk, showing, type AccessDesk } from "../access/testing/opened-access";
import { runCli } from "./main-cli";
import { captureIo } from "./testing/captured-io";

let cwd: string;
const desks: AccessDesk[] = [];
beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), "pickup-token-test-"));
});
afterEach(async () => {
  for (const { access } of desks.splice(0)) access.close();
  await rm(cwd, { recursive: true, force: true });
});

/** A server that has the accounts open. */
function server(): AccessDesk {
  const desk = openAccessDesk({ path: path.join(cwd, "kept", "access.db") });
  desks.push(desk);
  return desk;
}

async function token(words: string) {
  const io = captureIo({ cwd, env: { PICKUP_DATA_DIR: "kept" } });
  const code = await runCli(["token", ...words.split(" ").filter((word) => word !== "")], io);
  return { code, out: io.outLines, err: io.errLines };
}

describe("pickup token", () => {
  it("[AC83] prints a new token alone and once, and a running server takes it", async () => {
    const { access, lastLines } = server();
    const { code, out, err } = await token("create Backups --scope read");
    expect({ code, err }).toEqual({ code: 0, err: ['The token "Backups" (read) is shown this once:'] });
    expect(out).toEqual([expect.stringMatching(/^pk_read_[\w-]{43}$/)]);
    expect(access.principalOf(showing({ bearer: out[0] ?? "" }))).toMatchObject({ kind: "token", scope: "read" });
    expect(lastLines(1)[0]).toMatch(/^command-line .+ \| token-created \| Backups \| read$/);
    expect(JSON.stringify((await token("list")).out)).not.toContain(out[0]);
  });

  it.each(["name", "id"])("[AC83] revokes by %s, at once and with its open connections", async (by) => {
    const { access } = server();
    const secret = (await token("create Backups --scope metrics")).out[0] ?? "";
    const principal = access.principalOf(showing({ bearer: secret }));
    const told = new Promise<void>((resolve) => void access.onChange(resolve));
    const id = principal.kind === "token" ? principal.tokenId : "";
    expect((await token(`revoke ${by === "id" ? id : "backups"}`)).out).toEqual([
      'The token "Backups" (metrics) is good for nothing any more.',
    ]);
    await told;
    expect(access.current(principal).kind).toBe("nobody");
  });

  it("lists them", async () => {
    const desk = server();
    const doer = { actor: { kind: "person", name: "Ada" }, address: null } as const;
    const created = desk.access.tokens.create({ name: "Prometheus", scope: "metrics" }, doer);
    if (created.kind === "refused") throw new Error(created.problem);
    desk.access.principalOf(showing({ bearer: created.secret }));
    expect((await token("list")).out).toEqual([
      "id          name        scope    made               by   last used",
      `${created.token.id}  Prometheus  metrics  2026-11-18T11:06Z  Ada  2026-11-18T11:06Z`,
    ]);
  });

  it.each([
    ["", 2, "what is to be done comes first: create, revoke, list"],
    ["create Backups", 2, "--scope is missing: read, metrics, ingest"],
    ["create Backups --scope reed", 2, 'there is no scope "reed" – did you mean "read"?'],
    ["create --scope read", 2, "NAME is missing"],
    ["revoke Backups", 1, "nobody has been let in yet"],
    ["list", 1, "nobody has been let in yet"],
  ])("%j: %i, %s", async (words, expected, problem) => {
    const { code, err } = await token(words);
    expect([code, err.join("\n")]).toEqual([expected, expect.stringContaining(problem)]);
  });

  it("[AC81] two of one name there cannot be, and which is meant is asked when none is named so", async () => {
    await token("create Backups --scope read");
    expect((await token("create backups --scope read")).err.join()).toContain("already a token named");
    expect((await token("revoke Backup")).err).toEqual([
      'pickup token revoke: there is no token "Backup" – did you mean "Backups"?',
    ]);
  });
});
