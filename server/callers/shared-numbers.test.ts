import { expect, it } from "vitest";
import { createMemoryVault } from "./memory-vault";
import { createNumberReader } from "./rules/normal-number";
import { DAY_MS } from "./rules/retention";
import { createSharedNumbers } from "./shared-numbers";
import { ANNA, calls, NOON_MS } from "./testing/vault-contract";

const numbers = createNumberReader({ country: "DE", outsideLine: null, extensionDigits: 4 });
const SWITCHBOARD = { number: "03012340", name: null };

it("[PV36] a number that many share is told, however it is spelt here and there", () => {
  const vault = createMemoryVault(30, numbers);
  const isShared = createSharedNumbers(vault, ["+49 30 1234-0", "200"], numbers);
  const aliases = [SWITCHBOARD, { number: "200", name: null }, ANNA, { number: "030123401", name: null }];
  const expected = [true, true, false, false];
  expect(aliases.map((caller) => isShared(calls(vault, caller)))).toEqual(expected);
  expect(aliases.map((caller) => isShared(calls(vault, caller)))).toEqual(expected);
});

it("[PV36] whose number is no longer kept is not known; when he calls again he is", () => {
  const vault = createMemoryVault(30, numbers);
  const isShared = createSharedNumbers(vault, ["+49 30 1234-0"], numbers);
  const company = calls(vault, SWITCHBOARD);
  vault.expire(NOON_MS + 30 * DAY_MS);
  expect(isShared(company)).toBe(false);
  calls(vault, SWITCHBOARD, NOON_MS + 30 * DAY_MS);
  expect(isShared(company)).toBe(true);
});

it("[PV36] each number is looked at once, and none where nothing is shared", () => {
  const vault = createMemoryVault(30, numbers);
  const company = calls(vault, SWITCHBOARD);
  let looks = 0;
  const reveal: typeof vault.reveal = (alias) => {
    looks += 1;
    return vault.reveal(alias);
  };
  const isShared = createSharedNumbers({ reveal }, ["03012340"], numbers);
  expect([isShared(company), isShared(company), looks]).toEqual([true, true, 1]);
  expect([createSharedNumbers({ reveal }, [], numbers)(company), looks]).toEqual([false, 1]);
});
