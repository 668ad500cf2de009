import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PAIRING_ALPHABET } from "../../../lib/access/access-types";
import { hashSecret } from "../secrets";
import { readPairingCode } from "./pairing-code";
import { ANNA, type DisplayOffice, MINUTE_MS, NORTH, openDisplayOffice, SECOND_MS } from "./testing/display-office";

const NOT_SHOWN = "No display shows this code now. A code is good for ten minutes, and once.";
let office: DisplayOffice;
beforeEach(() => {
  office = openDisplayOffice();
});
afterEach(() => office.close());

const rowsOf = (table: string): readonly unknown[][] =>
  office.db.prepare(`SELECT * FROM ${table}`).raw().all() as unknown[][];

describe("a television is let in", () => {
  test("[AC60] a television shows a code, somebody enters it, the television fetches its token once", () => {
    const { code, secret } = office.code();
    expect(code).toMatch(new RegExp(`^[${PAIRING_ALPHABET}]{6}$`));
    const { displays } = office;
    expect(displays().claim(secret, "10.0.0.50")).toEqual({ state: "waiting", token: null });
    office.pass(30 * SECOND_MS);
    const answer = displays().pair(code, { name: "Lobby", screenId: NORTH }, ANNA, "anna");
    expect(answer.kind === "paired" && answer.display).toMatchObject({
      name: "Lobby",
      screenId: "north",
      pairedBy: "Anna",
      lastSeenAtMs: null,
      connected: false,
    });
    const { state, token } = displays().claim(secret, "10.0.0.50");
    expect(state).toBe("paired");
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(displays().displayByToken(token ?? "")).toMatchObject({ name: "Lobby", screenId: "north" });
    expect(displays().claim(secret, "10.0.0.50")).toEqual({ state: "expired", token: null });
    expect(displays().list()).toMatchObject([{ name: "Lobby", lastAddress: "10.0.0.50" }]);
  });

  test("[AC60] a code is good for ten minutes: the second before, the second itself", () => {
    const [early, late] = [office.code(), office.code()];
    office.at(10 * MINUTE_MS - SECOND_MS);
    expect(office.displays().claim(late.secret, "a").state).toBe("waiting");
    expect(office.enter(early.code)).toBe("paired");
    office.at(10 * MINUTE_MS);
    expect(office.displays().claim(late.secret, "a").state).toBe("expired");
    expect(office.enter(late.code)).toBe(NOT_SHOWN);
    // Entered in the last second: the television still has time to fetch its token.
    expect(office.displays().claim(early.secret, "a").state).toBe("paired");
  });

  test("[AC60] a code counts once, also for somebody else", () => {
    const { code } = office.code();
    expect(office.enter(code)).toBe("paired");
    expect(office.enter(code)).toBe(NOT_SHOWN);
    expect(office.displays().list()).toHaveLength(1);
  });

  test("[AC60] a television that does not fetch its token within ten minutes is no display any more", () => {
    const { code, secret } = office.code();
    office.enter(code);
    office.at(10 * MINUTE_MS - 1);
    office.displays().tidy();
    expect(office.displays().list()).toHaveLength(1);
    office.at(10 * MINUTE_MS);
    expect(office.displays().claim(secret, "a").state).toBe("expired");
    office.displays().tidy();
    expect(office.displays().list()).toEqual([]);
    expect(office.trail().at(-1)).toMatchObject({
      act: "display-revoked",
      actor: { kind: "server" },
      subject: "Lobby",
      detail: "did not come within ten minutes",
    });
  });

  test("withdrawn before it fetched its token, it gets none", () => {
    const { code, secret } = office.code();
    office.enter(code);
    const [display] = office.displays().list();
    expect(office.displays().revoke(display?.id ?? "", ANNA)).toBe(true);
    expect(office.displays().claim(secret, "a")).toEqual({ state: "expired", token: null });
  });

  test("[AC61] case, spaces and dashes do not matter; what can be no code is told from a wrong one", () => {
    const { code } = office.code();
    const typed = ` ${code.slice(0, 3).toLowerCase()} – ${code.slice(3, 4)}-${code.slice(4).toLowerCase()}\u00A0`;
    for (const none of ["", "ABCDE", "ABCDEFG", "0BCDEF", "ABCDE1", "ÄBCDEF", "ABC_EF", "A".repeat(1_000_000)]) {
      expect(readPairingCode(none)).toBeNull();
      expect(office.enter(none)).toContain("six letters and digits");
    }
    expect(office.enter(typed)).toBe("paired");
  });

  test("[AC62] five codes are open for an address, or an IPv6 network; ten minutes later there is room again", () => {
    for (let n = 0; n < 5; n += 1) office.code("10.0.0.1");
    for (let n = 0; n < 5; n += 1) office.code(`2001:db8:0:1:${n}::${n + 1}`);
    office.at(10 * MINUTE_MS - SECOND_MS);
    for (const address of ["10.0.0.1", "::ffff:10.0.0.1", "2001:db8:0:1::ffff"]) {
      expect(office.displays().offerCode(address)).toBeNull();
    }
    expect(office.displays().offerCode("2001:db8:0:2::1")).not.toBeNull();
    office.at(10 * MINUTE_MS);
    expect(office.displays().offerCode("10.0.0.1")).not.toBeNull();
    expect(rowsOf("pairings")).toHaveLength(2);
  });

  test("[AC62] where 200 are open, the oldest of whoever has most makes room, and nobody is kept out", () => {
    const hall = office.code("10.0.0.1");
    const flood: { readonly code: string; readonly secret: string }[] = [];
    for (let n = 0; n < 199; n += 1) {
      office.pass(1);
      flood.push(office.code(`2001:db8:0:${Math.floor(n / 5)}::${n}`));
    }
    const isOpen = ({ secret }: { readonly secret: string }): boolean =>
      office.displays().claim(secret, "a").state !== "expired";
    // Entered, a code has a display that waits for its key: it stays.
    expect(office.enter(flood[0]?.code ?? "")).toBe("paired");
    const lobby = office.code("10.0.0.2");
    expect([hall, lobby, ...flood].filter((one) => !isOpen(one))).toEqual([flood[5]]);
    expect(rowsOf("pairings")).toHaveLength(199);
    // One more network after another takes from the others, down to one each: who has but one comes last.
    for (let n = 0; n < 100; n += 1) office.code(`2001:db8:1:${n}::1`);
    expect([hall, lobby].map(isOpen)).toEqual([true, true]);
  });

  test("[AC62] a code that was used makes room", () => {
    for (let n = 0; n < 4; n += 1) office.code();
    office.paired("Lobby");
    expect(office.displays().offerCode("10.0.0.50")).not.toBeNull();
  });

  test("[AC63] after ten wrong codes in ten minutes even the right one waits, for him who guesses alone", () => {
    for (let n = 0; n < 10; n += 1) {
      office.at(n * SECOND_MS);
      expect(office.enter("222222", "Lobby", "eve")).toBe(NOT_SHOWN);
    }
    office.at(10 * MINUTE_MS - 1);
    const { code } = office.code();
    expect(office.enter(code, "Lobby", "eve")).toBe("Too many wrong codes. Please try again in 1 minute.");
    expect(office.enter("222222", "Lobby", "anna")).toBe(NOT_SHOWN);
    // The first of the ten is ten minutes old: one more may be tried, wrong again it waits for the second.
    office.at(10 * MINUTE_MS);
    expect(office.enter("222222", "Lobby", "eve")).toBe(NOT_SHOWN);
    expect(office.enter(code, "Lobby", "eve")).toContain("Too many");
    office.at(10 * MINUTE_MS + SECOND_MS);
    expect(office.enter(code, "Lobby", "eve")).toBe("paired");
  });

  test("[AC63] right codes between wrong ones buy no more guesses", () => {
    for (let n = 0; n < 9; n += 1) office.enter("222222");
    office.paired("Lobby");
    expect(office.enter("222222")).toBe(NOT_SHOWN);
    expect(office.enter("222222")).toBe("Too many wrong codes. Please try again in 10 minutes.");
  });

  test("[AC64] codes and secrets are kept as hashes only", () => {
    const { code, secret } = office.code();
    const { token } = office.paired("Lobby");
    const kept = JSON.stringify([...rowsOf("pairings"), ...rowsOf("displays"), ...rowsOf("audit_trail")]);
    for (const plain of [code, secret, token]) {
      expect(kept).not.toContain(plain);
      expect(kept).not.toContain(JSON.stringify(Buffer.from(plain)).slice(1, -1));
    }
    expect(rowsOf("displays")[0]?.[3]).toEqual(hashSecret(token));
  });
});
