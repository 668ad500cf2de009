import { afterEach, describe, expect, test } from "vitest";
import type { Caller } from "../../../lib/events";
import { callerAlias } from "../../../lib/vocabulary";
import type { CallerVault } from "../caller-vault";
import { createNumberReader, type NumberReader, READS_INTERNATIONAL } from "../rules/normal-number";
import { DAY_MS } from "../rules/retention";

export const NOON_MS = Date.UTC(2026, 10, 22, 12);
export const ANNA: Caller = { number: "+4930900174711", name: "Anna Ek" };
export const BEN: Caller = { number: "+4930900170815", name: null };

export const calls = (vault: CallerVault, caller: Caller, atMs = NOON_MS) => {
  const [alias] = vault.entrust([caller], atMs);
  if (alias === null || alias === undefined) throw new Error("He has no number");
  return alias;
};
const IN_BERLIN = createNumberReader({ country: "DE", outsideLine: "0", extensionDigits: 4 });
const days = (count: number): number => NOON_MS + count * DAY_MS;

/** What every vault of callers does, whatever it is made of. `open` gives a new, empty one that keeps numbers 30 days. */
export function describeVaultContract(
  name: string,
  open: (nowMs: () => number, numbers: NumberReader) => CallerVault,
): void {
  describe(`vault of callers: ${name}`, () => {
    const opened: CallerVault[] = [];
    let nowMs = NOON_MS;
    const openVault = (numbers = READS_INTERNATIONAL): CallerVault => {
      nowMs = NOON_MS;
      const vault = open(() => nowMs, numbers);
      opened.push(vault);
      return vault;
    };
    /** Days pass, and the daily work is done. */
    const expireOn = (vault: CallerVault, day: number): number => {
      nowMs = days(day);
      const { count, stillOnDisk } = vault.expire(nowMs);
      expect(stillOnDisk).toBeNull();
      return count;
    };
    afterEach(() => {
      for (const vault of opened.splice(0)) vault.close();
    });

    test("[PV1] the same number is the same alias, two are two, and no alias says anything of its caller", () => {
      const vault = openVault();
      const aliases = vault.entrust([ANNA, BEN, { ...ANNA, name: null }], NOON_MS);
      expect(aliases[2]).toBe(aliases[0]);
      expect(aliases[1]).not.toBe(aliases[0]);
      expect(vault.entrust([BEN, ANNA], days(3))).toEqual([aliases[1], aliases[0]]);
      for (const alias of aliases) expect(alias).toMatch(/^[\w-]{16}$/);
    });

    test("[PV30] [PV33] one number is one alias however it is spelt, and is kept as it can be dialled from anywhere", () => {
      const vault = openVault(IN_BERLIN);
      const spellings = ["0309001747", "+49309001747", "0049309001747", "030 900 17 47", "0309001747"];
      const callers = spellings.map((number) => ({ number, name: null }));
      const [anna = null] = vault.entrust(callers.slice(0, 1), NOON_MS);
      expect(vault.entrust(callers, NOON_MS)).toEqual(callers.map(() => anna));
      expect(vault.entrust(callers.toReversed(), days(1))).toEqual(callers.map(() => anna));
      expect(anna && vault.reveal(anna)).toEqual({ number: "+49309001747", name: null });
      for (const spelling of spellings) {
        expect([vault.find(spelling), vault.findAll(spelling)]).toEqual([anna, [anna]]);
      }
      expect(anna && vault.erase(anna)).toBe(true);
      for (const spelling of spellings) expect([vault.find(spelling), vault.findAll(spelling)]).toEqual([null, []]);
      const again = vault.entrust(callers, days(1));
      expect(new Set(again).size).toBe(1);
      expect(again[0]).not.toBe(anna);
    });

    test("[PV31] the same digits, called from and dialled, may be two numbers", () => {
      const vault = openVault(IN_BERLIN);
      const digits = { number: "00302101234567", name: null };
      for (const day of [0, 0, 1]) {
        const [athens, berlin] = vault.entrust([digits, { dialled: digits }], days(day));
        expect([athens, berlin]).toEqual([vault.find("+302101234567"), vault.find("030 2101234567")]);
      }
      expect(vault.entrust([{ dialled: { number: null, name: "Anna" } }, { dialled: digits }], NOON_MS)).toEqual([
        null,
        vault.find("+49302101234567"),
      ]);
    });

    test("[PV32] an extension is nobody outside", () => {
      const vault = openVault(IN_BERLIN);
      const [inside, outside] = vault.entrust([BEN, { number: "1234", name: null }], NOON_MS);
      expect(inside).not.toBe(outside);
      expect(vault.reveal(calls(vault, { number: "1234", name: null }))).toEqual({ number: "1234", name: null });
    });

    test("[PV1] who withholds his number has no alias", () => {
      const vault = openVault();
      const withheld = { number: null, name: "Somebody" };
      expect(vault.entrust([null, withheld, { number: "", name: null }], NOON_MS)).toEqual([null, null, null]);
      expect(vault.entrust([], NOON_MS)).toEqual([]);
      expect(vault.find("")).toBeNull();
    });

    test("[PV4] the whole, the end and the days of a caller are found by his alias, the alias by his number", () => {
      const vault = openVault();
      const anna = calls(vault, ANNA);
      calls(vault, ANNA, days(2));
      calls(vault, ANNA, days(1));
      expect(vault.reveal(anna)).toEqual(ANNA);
      expect(vault.endOf(anna)).toBe("4711");
      expect(vault.find("+4930900174711")).toBe(anna);
      const kept = { ...ANNA, end: "4711", firstDay: "2026-11-22", lastDay: "2026-11-24" };
      expect(vault.keptOf(anna)).toEqual(kept);
    });

    test("nobody is found under an alias or a number that was never heard", () => {
      const vault = openVault();
      calls(vault, ANNA);
      for (const text of ["", "nobody", ".000000000000001", "x".repeat(16)]) {
        const alias = callerAlias(text);
        expect([vault.endOf(alias), vault.reveal(alias), vault.keptOf(alias)]).toEqual([null, null, null]);
        expect(vault.erase(alias)).toBe(false);
      }
      expect(vault.find("+493090017471")).toBeNull();
    });

    test("a name is learnt when it is told first, renewed on another day, and outlives a call without one", () => {
      const vault = openVault();
      const ben = calls(vault, BEN);
      const nameAfter = (named: string | null, atMs: number) => {
        calls(vault, { ...BEN, name: named }, atMs);
        return vault.reveal(ben)?.name;
      };
      expect(nameAfter("Ben", NOON_MS)).toBe("Ben");
      expect(nameAfter("Benjamin", NOON_MS)).toBe("Ben");
      expect(nameAfter(null, days(1))).toBe("Ben");
      expect(nameAfter("Benjamin", days(2))).toBe("Benjamin");
      expect(nameAfter("Ben", days(1))).toBe("Benjamin");
    });

    test("hostile numbers and names stay apart and come back as they were", () => {
      const vault = openVault();
      const texts = ["k", "k\0", "k\0x", "k\ud800", "k\ud801", "\ufffd", '"', "__proto__", "constructor", "😀'; --"];
      const callers = texts.map((text) => ({ number: text, name: `${text} & <b>` }));
      const aliases = vault.entrust(callers, NOON_MS);
      expect(new Set(aliases).size).toBe(texts.length);
      expect(vault.entrust(callers, days(1))).toEqual(aliases);
      expect(texts.map((text) => vault.find(text))).toEqual(aliases);
      expect(aliases.map((alias) => alias && vault.reveal(alias))).toEqual(callers);
    });

    test("instants that no calendar has are days all the same", () => {
      const vault = openVault();
      for (const atMs of [-1, 0.5, Number.MAX_SAFE_INTEGER, 8.64e15]) calls(vault, ANNA, atMs);
      expect(vault.keptOf(calls(vault, ANNA))).toMatchObject({ firstDay: "1970-01-01", lastDay: "9999-12-31" });
    });

    test("[PV6] who is erased is gone with everything; his next call gets another alias", () => {
      const vault = openVault();
      const [anna, ben] = [calls(vault, ANNA), calls(vault, BEN)];
      expect(vault.erase(anna)).toBe(true);
      expect([vault.endOf(anna), vault.reveal(anna), vault.keptOf(anna)]).toEqual([null, null, null]);
      expect(vault.find("+4930900174711")).toBeNull();
      expect(vault.erase(anna)).toBe(false);
      const again = calls(vault, ANNA);
      expect(again).not.toBe(anna);
      expect(vault.reveal(again)).toEqual(ANNA);
      expect(vault.endOf(anna)).toBeNull();
      expect(vault.reveal(ben)).toEqual(BEN);
    });

    test("[PV5] a number goes 30 days after its caller was heard last: the day before, the day itself", () => {
      const vault = openVault();
      const [anna, ben] = [calls(vault, ANNA), calls(vault, BEN)];
      calls(vault, BEN, days(1));
      expect(expireOn(vault, 29)).toBe(0);
      expect(vault.reveal(anna)).toEqual(ANNA);
      expect(expireOn(vault, 30)).toBe(1);
      expect(vault.reveal(anna)).toBeNull();
      expect(vault.reveal(ben)).toEqual(BEN);
      expect(expireOn(vault, 30)).toBe(0);
      expect(expireOn(vault, 31)).toBe(1);
    });

    test("[PV5] an old number leaves its end; calling again brings the number back under the same alias", () => {
      const vault = openVault();
      const anna = calls(vault, ANNA);
      expireOn(vault, 30);
      expect(vault.endOf(anna)).toBe("4711");
      expect(vault.find("+4930900174711")).toBe(anna);
      expect(vault.keptOf(anna)).toMatchObject({ number: null, name: null, end: "4711" });
      expect(calls(vault, ANNA, days(30))).toBe(anna);
      expect(vault.reveal(anna)).toEqual(ANNA);
    });

    test("[PV5] after 400 days the end goes too, and that it was the same caller: the day before, the day itself", () => {
      const vault = openVault();
      const [anna, ben] = [calls(vault, ANNA), calls(vault, BEN)];
      calls(vault, BEN, days(1));
      expect(expireOn(vault, 399)).toBe(2);
      expect(vault.endOf(anna)).toBe("4711");
      expect(expireOn(vault, 400)).toBe(0);
      expect([vault.endOf(anna), vault.keptOf(anna), vault.find("+4930900174711")]).toEqual([null, null, null]);
      expect(vault.endOf(ben)).toBe("0815");
      expect(calls(vault, ANNA, days(400))).not.toBe(anna);
    });

    test("[PV5] where nothing was done for long, number and end go at once", () => {
      const vault = openVault();
      const anna = calls(vault, ANNA);
      expect(expireOn(vault, 500)).toBe(1);
      expect(vault.keptOf(anna)).toBeNull();
    });

    test("a closed vault says so, but may be closed again", () => {
      const vault = openVault();
      const anna = calls(vault, ANNA);
      vault.close();
      vault.close();
      expect(() => vault.entrust([ANNA], NOON_MS)).toThrow("The vault of callers is closed");
      expect(() => vault.endOf(anna)).toThrow("closed");
      expect(() => vault.find("1")).toThrow("closed");
      expect(() => vault.erase(anna)).toThrow("closed");
      expect(() => vault.expire(NOON_MS)).toThrow("closed");
    });
  });
}
