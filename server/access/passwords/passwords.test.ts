import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { ADMINISTRATOR, openAccessDesk, PASSWORD, QUICK, type AccessDesk } from "../testing/opened-access";
import { openAccessDatabase } from "../store/open-database";
import { passwordProblem } from "./password-problem";
import { createPasswords } from "./passwords";
import { PASSWORD_COST } from "./phc";
import { createTurns } from "./turns";

describe("a kept password", () => {
  const passwords = createPasswords(QUICK);

  it("[AC84] says what it was made with, and never the same twice", async () => {
    const [one, other] = [await passwords.keep(PASSWORD), await passwords.keep(PASSWORD)];
    expect(one).toMatch(/^\$scrypt\$ln=4,r=1,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(other);
    expect(await passwords.compare(PASSWORD, one, false)).toBe("same");
    expect(await passwords.compare(PASSWORD, other, false)).toBe("same");
    expect(await passwords.compare(`${PASSWORD}.`, one, false)).toBe("different");
    expect(await passwords.compare(PASSWORD, null, false)).toBe("different");
  });

  it("[AC84] costs 2^15 blocks of 8, three times over", async () => {
    const real = createPasswords(PASSWORD_COST);
    const kept = await real.keep(PASSWORD);
    expect(kept).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/);
    expect(await real.compare(PASSWORD, kept, false)).toBe("same");
  });

  it("[AC84] is the same however the keyboard composes its letters", async () => {
    const kept = await passwords.keep("Zo\u00eb und \u2460\u2461\u2462 Br\u00fccken");
    expect(await passwords.compare("Zoe\u0308 und 123 Bru\u0308cken", kept, false)).toBe("same");
  });

  it("[AC84] is compared also where it cost less, and known to be outdated", async () => {
    const dearer = createPasswords({ ...QUICK, logN: 5 });
    const kept = await passwords.keep(PASSWORD);
    expect(await dearer.compare(PASSWORD, kept, false)).toBe("same");
    expect([dearer.isOutdated(kept), passwords.isOutdated(kept)]).toEqual([true, false]);
  });
});

describe("whom a password is refused", () => {
  it.each([
    ["eleven chars", 11],
    ["twelve chars", 12],
  ])("[AC12] %s", (_what, length) => {
    expect(passwordProblem("kX7-".repeat(3).slice(0, length), "Ada") === null).toBe(length === 12);
  });

  it.each([
    [199, true],
    [200, true],
    [201, false],
  ])("[AC12] of %i characters: %s", (length, isGood) => {
    const letters = Array.from({ length }, (_, index) => String.fromCodePoint(0x1_f3_00 + (index % 64)));
    expect(passwordProblem(letters.join(""), "Ada") === null).toBe(isGood);
  });

  it.each([
    ["12 of one", "aaaaaaaaaaaaaaaa", "so few different characters"],
    ["two in turn", "abababababababab", "so few different characters"],
    ["the name", "the-GRACE-of-bridges", "must not contain the name"],
    ["the name otherwise composed", "the-\uff27race-of-bridges", "must not contain the name"],
    ["password1234", "password1234", "well known"],
    ["Passwort!2026", "Passwort!2026", "well known"],
    ["qwertyuiop12", "QWERTYuiop12", "well known"],
    ["digits", "123456789012", "well known"],
    ["twice over", "letmeinletmein", "well known"],
    ["this product", "pickup-admin-1", "well known"],
    ["from a comic", "correcthorsebatterystaple", "well known"],
    ["contraseña otherwise composed", "contrasen\u0303a123", "well known"],
  ])("[AC12] %s", (_what, password, why) => expect(passwordProblem(password, "Grace")).toContain(why));

  it.each([PASSWORD, "four words are enough", "Am Montag: 3 Brücken", "日本語のとても長い秘密の言葉", "x9$Kq!v7@Lw2"])(
    "[AC12] not %s",
    (password) => expect(passwordProblem(password, "Grace")).toBeNull(),
  );

  it("[AC12] no name of two letters is looked for in it", () => {
    expect(passwordProblem("all bridges of oak", "Al")).toBeNull();
  });
});

describe("turns", () => {
  it("[AC84] two at once, then those ahead, then the others; who finds the line full is sent away", async () => {
    const turns = createTurns({ atOnce: 2, waiting: 2 });
    const ends: (() => void)[] = [];
    const begun: string[] = [];
    const work = (name: string, ahead = false) =>
      turns.take(async () => {
        begun.push(name);
        await new Promise<void>((resolve) => ends.push(resolve));
      }, ahead);
    const all = [work("a"), work("b"), work("c"), work("d")];
    expect(work("sent away")).toBeNull();
    all.push(work("owner", true));
    const finishOne = async () => {
      ends.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    };
    await new Promise((resolve) => setImmediate(resolve));
    expect(begun).toEqual(["a", "b"]);
    await finishOne();
    expect(begun).toEqual(["a", "b", "owner"]);
    for (let count = 0; count < 4; count++) await finishOne();
    await Promise.all(all);
    expect(begun).toEqual(["a", "b", "owner", "c", "d"]);
  });

  it("work that fails gives its turn on", async () => {
    const turns = createTurns({ atOnce: 1, waiting: 1 });
    await expect(turns.take(() => Promise.reject(new Error("no")), false)).rejects.toThrow("no");
    expect(await turns.take(async () => "next", false)).toBe("next");
  });
});

describe("signing in", () => {
  let desk: AccessDesk;
  afterEach(() => desk.access.close());

  it("[AC13] takes as long for unknown, disabled and company accounts as for a wrong password", async () => {
    desk = openAccessDesk({ passwordCost: { logN: 13, r: 8, p: 1 } });
    await desk.account({ name: "Ada", role: "admin" });
    const ben = await desk.account({ name: "Ben" });
    await desk.access.accounts.change(ben, { disabled: true }, ADMINISTRATOR);
    desk.access.accounts.vouched(
      { subject: "s", name: "Cleo", role: "analyst", queueIds: null, seesNumbers: false },
      ADMINISTRATOR,
    );
    const names = ["Ada", "Ben", "Cleo", "Nobody"];
    const times = new Map(names.map((name) => [name, [] as number[]]));
    // So many that what a busy machine does between meets all of them alike.
    for (let round = 0; round < 31; round++)
      for (const name of names) {
        // Each from its own address, and late enough that no account is throttled.
        desk.pass(16 * 60_000);
        const started = performance.now();
        expect((await desk.signIn(name, "not the password", `192.0.2.${round}`)).kind).toBe("wrong");
        times.get(name)?.push(performance.now() - started);
      }
    const medians = names.map((name) => median(times.get(name) ?? []));
    expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(1.5);
  });

  it("[AC84] keeps a password anew that cost less, without ending a session", async () => {
    const folder = mkdtempSync(join(tmpdir(), "pickup-rehash-"));
    const path = join(folder, "access.db");
    desk = openAccessDesk({ path });
    await desk.account({ name: "Ada", role: "admin" });
    const { token } = await desk.signedIn("Ada");
    desk.access.close();

    desk = openAccessDesk({ path, passwordCost: { ...QUICK, logN: 6 } });
    await desk.signedIn("Ada");
    expect(keptIn(path)).toMatch(/^\$scrypt\$ln=6,/);
    expect((await desk.signIn("Ada")).kind).toBe("signed-in");
    expect(desk.access.principalOf({ session: token, display: null, bearer: null }).kind).toBe("person");
    rmSync(folder, { recursive: true });
  });
});

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function keptIn(file: string): string {
  const opened = openAccessDatabase({ path: file });
  if (opened.kind === "refused") throw new Error(opened.message);
  const [row] = opened.db.prepare("SELECT password FROM accounts").raw().all() as [string][];
  opened.db.close();
  return row?.[0] ?? "";
}
