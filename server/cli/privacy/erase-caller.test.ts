import { expect, it } from "vitest";
import { createMemoryVault } from "../../callers/memory-vault";
import { ANNA, calls } from "../../callers/testing/vault-contract";
import { captureIo } from "../testing/captured-io";
import { eraseCaller } from "./erase-caller";
import type { FoundCaller } from "./found-caller";

const BUSY = "the audit trail cannot be written (database is locked)";
const done = (act: string, detail: string) => `${act}: ${detail}`;

/** Anna is erased; what happened stands in order. `refuse`: from which line on the trail takes none. */
function erased({ refuse = Infinity, erase = null as (() => boolean) | null } = {}) {
  const happened: string[] = [];
  const vault = createMemoryVault();
  const alias = calls(vault, ANNA);
  const found: Omit<FoundCaller, "settings"> = {
    aliases: [alias],
    shown: "caller •••4711",
    vault: {
      ...vault,
      erase: (whom) => {
        happened.push("erase");
        return erase === null ? vault.erase(whom) : erase();
      },
    },
    contacts: { kind: "read", visits: [], count: 3 },
    writeToTrail: (act, detail) => {
      if (happened.length >= refuse) return BUSY;
      happened.push(done(act, detail));
      return null;
    },
  };
  const io = captureIo();
  const code = eraseCaller(found, io);
  return { code, happened, out: io.outLines, err: io.errLines, isKept: vault.keptOf(alias) !== null };
}
const LINE = done("caller-erased", "3 contacts stay in the totals");

it("[PV7] stands in the trail before it is done", () => {
  expect(erased()).toMatchObject({ code: 0, happened: [LINE, "erase"], isKept: false, err: [] });
});

it("[PV7] a trail that takes no line: nobody is erased", () => {
  const { code, happened, out, err, isKept } = erased({ refuse: 0 });
  expect({ code, happened, out, isKept }).toEqual({ code: 1, happened: [], out: [], isKept: true });
  expect(err).toEqual([`pickup privacy: caller •••4711 was not erased: ${BUSY}`]);
});

const locked = () => {
  throw new Error("database is locked");
};

it("[PV7] an erasure that fails is a line of its own, after the one that announced it", () => {
  const { code, happened, out, err, isKept } = erased({ erase: locked });
  expect({ code, out, isKept }).toEqual({ code: 1, out: [], isKept: true });
  expect(happened).toEqual([LINE, "erase", done("caller-not-erased", "database is locked")]);
  expect(err).toEqual(["pickup privacy: caller •••4711 could not be erased: database is locked"]);
});

it("[PV7] where the trail does not take that one any more, it is said", () => {
  const { code, happened, err } = erased({ erase: locked, refuse: 2 });
  expect([code, happened]).toEqual([1, [LINE, "erase"]]);
  expect(err).toEqual([
    "pickup privacy: caller •••4711 could not be erased: database is locked",
    `pickup privacy: its line in the audit trail says that it was: ${BUSY}`,
  ]);
});
