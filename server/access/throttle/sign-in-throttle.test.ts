import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ADMINISTRATOR, openAccessDesk, type AccessDesk } from "../testing/opened-access";

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;

let desk: AccessDesk;
beforeEach(async () => {
  desk = openAccessDesk();
  await desk.account({ name: "Ada", role: "admin" });
});
afterEach(() => desk.access.close());

const guess = async (name: string, address: string, device: string | null = null): Promise<string> =>
  (await desk.signIn(name, "not the password", address, device)).kind;
const right = async (name: string, address: string, device: string | null = null): Promise<string> =>
  (await desk.signIn(name, undefined, address, device)).kind;
/** How many of the answers were looked at. */
const lookedAt = (kinds: readonly string[]): number => kinds.filter((kind) => kind === "wrong").length;

async function guesses(count: number, of: (index: number) => readonly [string, string]): Promise<readonly string[]> {
  const kinds: string[] = [];
  for (let index = 0; index < count; index++) kinds.push(await guess(...of(index)));
  return kinds;
}
const retryAfterMs = async (name: string, address: string): Promise<number | null> => {
  const answer = await desk.signIn(name, "not the password", address);
  return answer.kind === "throttled" ? answer.retryAfterMs : null;
};

/** Strangers who never stop. */
const attack = () => guesses(20, (index) => ["Ada", `203.0.113.${index}`]);
const throttledLines = () => desk.trail().filter(({ act }) => act === "sign-in-throttled");

describe("a thousand guesses", () => {
  it("[AC24] from one address get no further than ten, whatever the accounts", async () => {
    const kinds = await guesses(1_000, (index) => [`person ${index % 200}`, "203.0.113.5"]);
    expect(lookedAt(kinds)).toBe(10);
    expect(kinds.slice(0, 11)).toEqual([...Array.from({ length: 10 }, () => "wrong"), "throttled"]);
    expect(await right("Ada", "203.0.113.5")).toBe("throttled");
    expect(await right("Ada", "203.0.113.6")).toBe("signed-in");
  });

  it("[AC24] all at once get no further either", async () => {
    const kinds = await Promise.all(Array.from({ length: 1_000 }, () => guess("Ada", "203.0.113.5")));
    expect(lookedAt(kinds)).toBe(10);
    expect(await retryAfterMs("Ada", "203.0.113.5")).toBe(QUARTER_MS);
  });

  it("[AC24] from all addresses of an IPv6 network are guesses of one", async () => {
    const within = await guesses(100, (index) => [`p${index}`, `2001:db8:1:2:${index}::${index + 1}`]);
    expect(lookedAt(within)).toBe(10);
    expect(await guess("Ada", "2001:db8:1:2::ffff")).toBe("throttled");
    expect(await guess("Ada", "2001:db8:1:3::ffff")).toBe("wrong");
  });

  it("[AC24] from strangers at one account get no further than ten together, and two more from each", async () => {
    const first = await guesses(10, (index) => ["Ada", `203.0.113.${Math.floor(index / 5)}`]);
    expect(lookedAt(first)).toBe(10);
    // Those who have failed wait now; who has not has two tries.
    const failed = await guesses(200, (index) => ["aDA", `203.0.113.${index % 2}`]);
    expect(lookedAt(failed)).toBe(0);
    const fresh = await guesses(30, (index) => ["Ada", `203.0.113.${10 + (index % 3)}`]);
    expect(lookedAt(fresh)).toBe(6);
  });

  it("[AC24] at a name that nobody has are kept as few as at one that somebody has", async () => {
    for (const name of ["Ada", "Nobody"]) {
      await guesses(10, (index) => [name, `203.0.${name.length}.${index}`]);
      const twice = await guesses(3, () => [name, `198.18.${name.length}.1`]);
      expect([name, ...twice]).toEqual([name, "wrong", "wrong", "throttled"]);
    }
  });

  it("[AC24] are answered without looking at the password", async () => {
    await guesses(10, () => ["Ada", "203.0.113.5"]);
    const slow = openAccessDesk({ passwordCost: { logN: 13, r: 8, p: 1 } });
    const started = performance.now();
    await Promise.all(Array.from({ length: 10 }, () => slow.signIn("A", "wrong", "203.0.113.5")));
    const tenMs = performance.now() - started;
    const again = performance.now();
    for (let count = 0; count < 100; count++) await slow.signIn("A", "wrong", "203.0.113.5");
    expect(performance.now() - again).toBeLessThan(tenMs);
    slow.access.close();
  });
});

describe("who was throttled", () => {
  it("[AC25] waits until fifteen minutes after his first wrong try, to the second", async () => {
    await guesses(10, () => ["Ada", "203.0.113.5"]);
    desk.at(QUARTER_MS - SECOND_MS);
    expect(await retryAfterMs("Ada", "203.0.113.5")).toBe(SECOND_MS);
    desk.at(QUARTER_MS);
    expect(await right("Ada", "203.0.113.5")).toBe("signed-in");
    desk.at(QUARTER_MS + SECOND_MS);
    expect(await guess("Ada", "203.0.113.5")).toBe("wrong");
  });

  it("[AC25] does not wait longer for having tried meanwhile", async () => {
    await guesses(10, () => ["Ada", "203.0.113.5"]);
    for (let second = 1; second < 900; second += 30) {
      desk.at(second * SECOND_MS);
      expect(await guess("Ada", "203.0.113.5")).toBe("throttled");
    }
    desk.at(QUARTER_MS);
    expect(await right("Ada", "203.0.113.5")).toBe("signed-in");
  });

  it("[AC25] an account does not wait longer for those who used their first tries meanwhile", async () => {
    await guesses(10, (index) => ["Ada", `203.0.113.${index}`]);
    for (let minute = 1; minute < 15; minute++) {
      desk.at(minute * MINUTE_MS);
      expect(lookedAt(await guesses(3, () => ["Ada", `198.18.0.${minute}`]))).toBe(2);
    }
    desk.at(QUARTER_MS - SECOND_MS);
    expect(await right("Ada", "198.18.0.14")).toBe("throttled");
    desk.at(QUARTER_MS);
    expect(await right("Ada", "198.18.0.14")).toBe("signed-in");
  });

  it("[AC25] has never more than ten wrong tries in any fifteen minutes", async () => {
    const looked: number[] = [];
    for (let ms = 0; ms <= 2 * QUARTER_MS; ms += 20 * SECOND_MS) {
      desk.at(ms);
      if ((await guess("Ada", "203.0.113.5")) === "wrong") looked.push(ms);
    }
    const inWindow = looked.map((from) => looked.filter((ms) => ms >= from && ms < from + QUARTER_MS).length);
    expect(Math.max(...inWindow)).toBe(10);
    expect(looked).toHaveLength(21);
  });

  it("[AC25] does not wait longer because the clock was set back", async () => {
    desk.at(60 * MINUTE_MS);
    await guesses(10, () => ["Ada", "203.0.113.5"]);
    desk.at(0);
    expect(await right("Ada", "203.0.113.5")).toBe("signed-in");
  });

  it("[AC25] a right password is no wrong try, however often", async () => {
    for (let count = 0; count < 30; count++) expect(await right("Ada", "203.0.113.5")).toBe("signed-in");
    const many = await Promise.all(Array.from({ length: 10 }, () => right("Ada", "203.0.113.5")));
    expect(new Set(many)).toEqual(new Set(["signed-in"]));
    expect(lookedAt(await guesses(11, () => ["Ada", "203.0.113.5"]))).toBe(10);
  });
});

describe("the owner of an account that others guess at", () => {
  it("[AC26] signs in from an address that has not failed, at any time", async () => {
    for (let minute = 0; minute < 60; minute += 5) {
      desk.at(minute * MINUTE_MS);
      await attack();
      expect(await right("Ada", "198.51.100.20")).toBe("signed-in");
    }
  });

  it("[AC26] may mistype once there", async () => {
    await attack();
    expect(await guess("Ada", "198.51.100.20")).toBe("wrong");
    expect(await right("Ada", "198.51.100.20")).toBe("signed-in");
    expect(await guess("Ada", "198.51.100.20")).toBe("wrong");
    expect(await right("Ada", "198.51.100.20")).toBe("throttled");
  });

  it("[AC26] has ten tries of his own where he has signed in before, also from the attackers' address", async () => {
    const { device } = await desk.signedIn("Ada");
    await guesses(20, () => ["Ada", "203.0.113.5"]);
    const own = Array.from({ length: 11 }, () => () => guess("Ada", "203.0.113.5", device));
    const kinds: string[] = [];
    for (const one of own) kinds.push(await one());
    expect(lookedAt(kinds)).toBe(10);
    desk.at(QUARTER_MS - SECOND_MS);
    expect(await right("Ada", "203.0.113.5", device)).toBe("throttled");
    desk.at(QUARTER_MS);
    const again = await desk.signedIn("Ada", undefined, "203.0.113.5", device);
    expect(again.device).toBe(device);
  });

  it("[AC26] keeps his browser's tries from nobody but himself: it helps at no other account", async () => {
    await desk.account({ name: "Ben" });
    const { device } = await desk.signedIn("Ada");
    await guesses(10, () => ["Ben", "203.0.113.5"]);
    expect(await guess("Ben", "203.0.113.5", device)).toBe("throttled");
    expect(await guess("Ben", "203.0.113.5", "made up")).toBe("throttled");
  });

  it("[AC26] is known at a workstation that others share: whoever else signs in or mistypes there", async () => {
    await desk.account({ name: "Ben" });
    await desk.account({ name: "Cem" });
    const { device } = await desk.signedIn("Ada");
    for (const name of ["Ben", "Cem", "Ben", "Ada"]) {
      expect((await desk.signedIn(name, undefined, "198.51.100.7", device)).device).toBe(device);
    }
    await guesses(20, (index) => [["Ada", "Ben"][index % 2] ?? "", "203.0.113.5"]);
    for (let count = 0; count < 11; count++) await guess("Ben", "203.0.113.5", device);
    expect(await right("Ben", "203.0.113.5", device)).toBe("throttled");
    expect(await right("Ada", "203.0.113.5", device)).toBe("signed-in");
  });

  it("[AC26] gives no browser a secret of its own choice, and forgets each account's by itself", async () => {
    const id = await desk.account({ name: "Ben" });
    const { device } = await desk.signedIn("Ada", undefined, "198.51.100.7", "x".repeat(43));
    expect(device).toMatch(/^[\w-]{43}$/);
    expect(device).not.toBe("x".repeat(43));
    await desk.signedIn("Ben", undefined, "198.51.100.7", device);
    await desk.access.accounts.change(id, { password: "other-oak-bridge-42" }, ADMINISTRATOR);
    await guesses(20, (index) => [["Ada", "Ben"][index % 2] ?? "", "203.0.113.5"]);
    expect(await guess("Ben", "203.0.113.5", device)).toBe("throttled");
    expect(await right("Ada", "203.0.113.5", device)).toBe("signed-in");
  });

  it("[AC26] is known in fifty browsers; one that is given up stays known to others who share it", async () => {
    await desk.account({ name: "Ben" });
    const { device } = await desk.signedIn("Ada");
    await desk.signedIn("Ben", undefined, "198.51.100.7", device);
    for (let count = 0; count < 50; count++) {
      desk.pass(1);
      await desk.signedIn("Ben");
    }
    await guesses(20, (index) => [["Ada", "Ben"][index % 2] ?? "", "203.0.113.5"]);
    expect(await right("Ben", "203.0.113.5", device)).toBe("throttled");
    expect(await right("Ada", "203.0.113.5", device)).toBe("signed-in");
  });

  it("[AC26] is a stranger again where he signed in before his password was changed by another", async () => {
    const { device, principal } = await desk.signedIn("Ada");
    if (principal.kind !== "person") throw new Error("Ada is no person");
    const doer = { actor: { kind: "command-line", name: "root" }, address: null } as const;
    await desk.access.accounts.change(principal.accountId, { password: "other-oak-bridge-42" }, doer);
    await guesses(10, () => ["Ada", "203.0.113.5"]);
    expect(await guess("Ada", "203.0.113.5", device)).toBe("throttled");
  });
});

describe("the audit trail", () => {
  it("[AC27] has each wrong try that was looked at, and the throttling once a window", async () => {
    await guesses(100, () => ["Ada", "203.0.113.5"]);
    expect(desk.trail().filter(({ act }) => act === "sign-in-failed")).toHaveLength(10);
    expect(throttledLines()).toMatchObject([{ address: "203.0.113.5", subject: null, detail: "this address" }]);
    desk.at(QUARTER_MS);
    await guesses(100, () => ["Ada", "203.0.113.5"]);
    expect(throttledLines()).toHaveLength(2);
  });

  it("[AC27] names an account that strangers are kept from", async () => {
    await guesses(60, (index) => ["Ada", `203.0.113.${index % 15}`]);
    expect(throttledLines()).toMatchObject([{ subject: "Ada", detail: "this account" }]);
  });
});
