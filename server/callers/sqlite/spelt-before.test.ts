import { describe, expect, it } from "vitest";
import { createNumberReader } from "../rules/normal-number";
import { calls, NOON_MS } from "../testing/vault-contract";
import { vaultFiles } from "../testing/vault-files";

const { newFolder, openIn } = vaultFiles();
const IN_BERLIN = createNumberReader({ country: "DE", outsideLine: "0", extensionDigits: 4 });
/** A vault of before read no numbers: every spelling was somebody. */
const AS_SPELT = { normalOf: (text: string) => text, isOutside: () => false, spellingsOf: (text: string) => [text] };
const [NATIONAL, ABROAD, PLUS] = ["0301234567", "0049301234567", "+49301234567"];
const from = (number: string, name: string | null = null) => ({ number, name });

/** @returns aliases of before, and the vault as it is now */
function reopened(...spellings: string[]) {
  const folder = newFolder();
  const before = openIn(folder, undefined, AS_SPELT);
  const aliases = spellings.map((number) => calls(before, from(number, "Ana")));
  before.close();
  expect(new Set(aliases).size).toBe(spellings.length);
  return {
    aliases,
    vault: openIn(folder, undefined, IN_BERLIN),
    openAgain: () => openIn(folder, undefined, IN_BERLIN),
  };
}

describe("who was entrusted before numbers were read", () => {
  it("[PV34] calls again as the same, and is from then on in every spelling", () => {
    const { aliases, vault, openAgain } = reopened(NATIONAL);
    expect(vault.find(PLUS)).toBeNull();
    expect(vault.find(NATIONAL)).toBe(aliases[0]);
    expect(calls(vault, from(NATIONAL))).toBe(aliases[0]);
    for (const number of [PLUS, ABROAD, NATIONAL]) expect(calls(vault, from(number))).toBe(aliases[0]);
    expect(vault.reveal(calls(vault, from(PLUS)))).toEqual({ number: PLUS, name: "Ana" });
    vault.close();
    expect(calls(openAgain(), from(ABROAD))).toBe(aliases[0]);
  });

  it("[PV34] whose number went meanwhile too", () => {
    const { aliases, vault } = reopened(NATIONAL);
    vault.expire(NOON_MS + 30 * 86_400_000);
    expect(calls(vault, from(NATIONAL), NOON_MS + 30 * 86_400_000)).toBe(aliases[0]);
    expect(calls(vault, from(PLUS), NOON_MS + 30 * 86_400_000)).toBe(aliases[0]);
  });

  it("[PV34] a batch that the disk refuses leaves him as he was", () => {
    const { aliases, vault } = reopened(NATIONAL);
    expect(() => vault.entrust([from(NATIONAL), from("\ud800x", "\ud800")], Number.NaN)).toThrow();
    expect(vault.find(PLUS)).toBeNull();
    expect(calls(vault, from(NATIONAL))).toBe(aliases[0]);
  });

  it("[PV34] of several spellings the first that is heard goes on, and all are found and erased by any", () => {
    const { aliases, vault } = reopened(NATIONAL, ABROAD, PLUS, `0${NATIONAL}`);
    const [national, , plus] = aliases;
    for (const number of [NATIONAL, ABROAD, PLUS]) expect(calls(vault, from(number))).toBe(plus);
    expect(calls(vault, from("030 7654321"))).not.toBe(plus);
    for (const number of [NATIONAL, ABROAD, PLUS, "030 123 45 67"]) {
      expect(vault.find(number)).toBe(plus);
      expect(new Set(vault.findAll(number))).toEqual(new Set(aliases));
    }
    expect(national && vault.reveal(national)?.number).toBe(NATIONAL);
    for (const alias of vault.findAll(PLUS)) vault.erase(alias);
    expect([vault.findAll(NATIONAL), vault.find(ABROAD)]).toEqual([[], null]);
  });
});

it("[PV30] reading is paid once for each spelling, and nobody is read again after that", () => {
  let reads = 0;
  const counted = {
    ...IN_BERLIN,
    normalOf: (...asked: Parameters<typeof IN_BERLIN.normalOf>) => {
      reads += 1;
      return IN_BERLIN.normalOf(...asked);
    },
  };
  const vault = openIn(newFolder(), undefined, counted);
  const callers = Array.from({ length: 500 }, (_, n) => from(`030${1_000_000 + n}`));
  for (let round = 0; round < 20; round += 1) vault.entrust(callers, NOON_MS);
  expect(reads).toBe(500);
  vault.entrust([{ dialled: from("0301000000") }, { dialled: from("0301000000") }], NOON_MS);
  expect(reads).toBe(501);
});
