import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough, Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NOBODY } from "../access/principal";
import { openAccessDesk, PASSWORD, type AccessDesk } from "../access/testing/opened-access";
import { runCli } from "./main-cli";
import { captureIo } from "./testing/captured-io";

const NEW_PASSWORD = "other-oak-bridge-42";

let cwd: string;
const desks: AccessDesk[] = [];
beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), "pickup-user-test-"));
  await writeFile(
    path.join(cwd, "pickup.config.yaml"),
    'sources:\n  - { id: pbx, kind: asterisk-ami, host: h, username: u, secret: "${NOT_HERE}" }\nqueues: [{ id: sales }, { id: support }]\n',
  );
});
afterEach(async () => {
  for (const { access } of desks.splice(0)) access.close();
  await rm(cwd, { recursive: true, force: true });
});

/** A server that has the accounts open. */
function server(): AccessDesk {
  const desk = openAccessDesk({ path: path.join(cwd, "data", "access.db") });
  desks.push(desk);
  return desk;
}

async function user(words: string, typed = `${PASSWORD}\n`) {
  const io = captureIo({ cwd, input: () => Readable.from([typed]) });
  const code = await runCli(["user", ...words.split(" ").filter((word) => word !== "")], io);
  return { code, out: io.outLines, err: io.errLines };
}

/** Somebody at a terminal who types this. */
async function terminal(words: string, keys: string, stop?: AbortController) {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const io = captureIo({ cwd, input: () => input, ...(stop === undefined ? {} : { signal: stop.signal }) });
  const code = runCli(["user", ...words.split(" ").filter((word) => word !== "")], io);
  input.write(keys);
  return { code: await code, out: io.outLines, err: io.errLines };
}

/** How it ended, for somebody who adds Ada. */
const endOf = async (keys: string, stop?: AbortController) => {
  const answer = terminal("add Ada --role admin", keys, stop);
  setTimeout(() => stop?.abort(), 50);
  const { code, err } = await answer;
  return [code, err.at(-1)];
};

describe("pickup user", () => {
  it("[AC82] adds the first administrator beside a running server, which knows him within a second", async () => {
    const { access, signIn, lastLines } = server();
    expect(access.accounts.isSetUp()).toBe(false);
    const told = new Promise<void>((resolve) => void access.onChange(resolve));
    expect(await user("add Ada --role admin --numbers")).toEqual({
      code: 0,
      out: ['"Ada" can sign in (admin).'],
      err: [],
    });
    await told;
    expect(access.accounts.isSetUp()).toBe(true);
    expect((await signIn("ada")).kind).toBe("signed-in");
    expect(lastLines(2)[0]).toMatch(/^command-line .+ \| set-up \| Ada \| admin; may see numbers$/);
  });

  it("[AC82] adds a lead with his queues, and notes one that is not configured", async () => {
    const { code, err } = await user("add Lea --role lead --queues sales,suport");
    expect({ code, err }).toEqual({
      code: 0,
      err: [
        'note: "suport" is not listed under queues – did you mean "support"?; it is shown once a source speaks of it',
      ],
    });
    expect(server().access.accounts.byName("Lea")).toMatchObject({ role: "lead", queueIds: ["sales", "suport"] });
  });

  it.each([
    ["", "what is to be done comes first: add, passwd, disable, enable, list"],
    ["ad Ada", 'there is no "ad" – did you mean "add"?'],
    ["add --role admin", "NAME is missing"],
    ["add Ada", "--role is missing: admin, supervisor, lead, analyst"],
    ["add Ada --role boss", 'there is no role "boss"'],
    ["add Ada --role lead", "a lead needs --queues"],
    ["add Ada --role lead --queues ,", "a lead needs --queues"],
    ["add Ada --role admin --queues sales", "--queues is for a lead"],
    ["add Ada --role analyst --numbers", "--numbers is not for an analyst"],
    ["passwd", "NAME is missing"],
    ["list Ada", 'what is "Ada" for?'],
  ])("%j is a mistake: %s", async (words, problem) => {
    const { code, err } = await user(words);
    expect(code).toBe(2);
    expect(err.join("\n")).toContain(problem);
  });

  it("[AC12] takes no poor password, and none that is not there", async () => {
    expect(await user("add Ada --role admin", "short\n")).toMatchObject({
      code: 1,
      err: ["pickup user add: A password has at least 12 characters; this one has 5."],
    });
    expect(await user("add Ada --role admin", "")).toMatchObject({
      code: 1,
      err: ["pickup user add: a password is wanted as a line of standard input"],
    });
    expect(server().access.accounts.list()).toEqual([]);
  });

  it("[AC82] a password needs no line end and may hold spaces; only the first line counts", async () => {
    const { signIn } = server();
    await user("add Ada --role admin", " spaces around it too ");
    await user("add Ben --role analyst", `${PASSWORD}\r\nanother line\n`);
    expect((await signIn("Ada", " spaces around it too ")).kind).toBe("signed-in");
    expect((await signIn("Ben")).kind).toBe("signed-in");
  });

  it("[AC82] asks twice on a terminal and shows nothing of it", async () => {
    const { signIn } = server();
    const typed = `${PASSWORD.slice(0, -1)}x\u007f${PASSWORD.slice(-1)}\r`;
    const answer = await terminal("add Ada --role admin", typed + typed);
    expect(answer).toEqual({
      code: 0,
      out: ['"Ada" can sign in (admin).'],
      err: ['A password for "Ada" (12 characters or more; it is not shown):', "Once more:"],
    });
    expect((await signIn("Ada")).kind).toBe("signed-in");
  });

  it("[AC82] changes nothing when the two differ, or at Ctrl-C, Ctrl-D or a signal", async () => {
    const nothing = [1, "pickup user add: nothing was changed"];
    expect(await endOf(`${PASSWORD}\r${NEW_PASSWORD}\r`)).toEqual([
      1,
      "pickup user add: the two were not the same; nothing was changed",
    ]);
    expect(await endOf("half a\u0003")).toEqual(nothing);
    expect(await endOf(`${PASSWORD}\r\u0004`)).toEqual(nothing);
    expect(await endOf(`${PASSWORD}\rhalf`, new AbortController())).toEqual(nothing);
    const stopped = new AbortController();
    stopped.abort();
    expect(await endOf("half", stopped)).toEqual(nothing);
    expect(server().access.accounts.list()).toEqual([]);
  });

  it("[AC82] gives a new password, disables and enables, and ends what was open", async () => {
    const { access, account, signedIn, signIn, trail } = server();
    await account({ name: "Ada", role: "admin" });
    await account({ name: "Ben" });
    const first = await signedIn("Ben");
    expect((await user("passwd ben", `${NEW_PASSWORD}\n`)).out).toEqual([
      '"Ben" has a new password; open sessions have ended.',
    ]);
    expect(access.current(first.principal)).toEqual(NOBODY);
    const second = await signedIn("Ben", NEW_PASSWORD);
    expect((await user("disable Ben")).out).toEqual(['"Ben" can no longer sign in; open sessions have ended.']);
    expect(access.current(second.principal)).toEqual(NOBODY);
    expect((await signIn("Ben", NEW_PASSWORD)).kind).toBe("wrong");
    expect((await user("enable Ben")).out).toEqual(['"Ben" can sign in again.']);
    expect((await signIn("Ben", NEW_PASSWORD)).kind).toBe("signed-in");
    expect(
      trail()
        .slice(-6)
        .map(({ actor, act }) => [actor.kind, act]),
    ).toEqual([
      ["command-line", "password-changed"],
      ["person", "signed-in"],
      ["command-line", "account-disabled"],
      ["nobody", "sign-in-failed"],
      ["command-line", "account-enabled"],
      ["person", "signed-in"],
    ]);
  });

  it("[AC16] leaves the last administrator, and says who is meant when nobody is named so", async () => {
    await server().account({ name: "Ada", role: "admin" });
    expect(await user("disable Ada")).toMatchObject({
      code: 1,
      err: [expect.stringContaining("is the only administrator")],
    });
    expect((await user("disable Adda")).err).toEqual([
      'pickup user disable: there is no account named "Adda" – did you mean "Ada"?',
    ]);
    expect((await user("add ADA --role admin")).err).toEqual([
      'pickup user add: there is already an account named "ADA"',
    ]);
  });

  it("lists them", async () => {
    const desk = server();
    const ben = await desk.account({ name: "Ben", role: "lead", queueIds: ["sales", "support"] as never });
    await desk.account({ name: "Ada Lovelace", role: "admin", seesNumbers: true });
    await desk.signedIn("Ben");
    const doer = { actor: { kind: "person", name: "Ada" }, address: null } as const;
    await desk.access.accounts.change(ben, { disabled: true }, doer);
    expect(await user("list")).toEqual({
      code: 0,
      out: [
        "name          role   queues         numbers  signs in by  last seen",
        "Ada Lovelace  admin  all            yes      password     never",
        "Ben           lead   sales,support  no       disabled     2026-11-18T11:06Z",
      ],
      err: [],
    });
  });

  it("makes nothing where there is nothing yet, but to add somebody", async () => {
    const { code, err } = await user("list");
    expect({ code, err }).toEqual({
      code: 1,
      err: [`pickup user list: nobody has been let in yet: there is no ${path.join(cwd, "data", "access.db")}`],
    });
  });
});
