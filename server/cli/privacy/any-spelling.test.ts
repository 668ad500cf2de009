import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { CallerAlias } from "../../../lib/vocabulary";
import type { CallerVault } from "../../callers/caller-vault";
import { openCallerVault } from "../../callers/open-vault";
import { READS_INTERNATIONAL } from "../../callers/rules/normal-number";
import { DAY_MS } from "../../callers/rules/retention";
import { calls } from "../../callers/testing/vault-contract";
import { vaultPlaceOf } from "../../callers/vault-place";
import { openSqliteStore } from "../../store/sqlite";
import { answeredVisit } from "../../store/testing/visits-contract";
import { runCli } from "../main-cli";
import { captureIo } from "../testing/captured-io";

const NOON_MS = Date.UTC(2026, 10, 22, 12);
const clock = { nowMs: () => NOON_MS };
const SOURCE = "sources: [{ id: pbx, kind: asterisk-ami, host: pbx, username: u, secret: s }]\n";
const [NATIONAL, PLUS, OTHER] = ["0309001747", "+49309001747", "+49309001748"];

let cwd = "";
let vault: CallerVault;
let aliases: readonly CallerAlias[] = [];
/** Before the country was configured one number was taken for two, in three contacts. */
beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), "pickup-any-spelling-"));
  const dataDir = join(cwd, "data");
  const place = vaultPlaceOf({ dataDir, keyFile: null });
  const opened = openCallerVault({ ...place, numbersKeptDays: 30, numbers: READS_INTERNATIONAL, clock });
  if (opened.kind === "refused") throw new Error(opened.message);
  vault = opened.vault;
  const log = openSqliteStore({ path: join(dataDir, "events.db"), vault });
  if (log.kind === "refused") throw new Error(log.message);
  const national = calls(vault, { number: NATIONAL, name: "Ana" }, NOON_MS - 3 * DAY_MS);
  const plus = calls(vault, { number: PLUS, name: null }, NOON_MS - DAY_MS);
  calls(vault, { number: OTHER, name: null }, NOON_MS);
  aliases = [national, plus];
  const visits = [
    answeredVisit("first", -3 * DAY_MS, { caller: national }),
    answeredVisit("second", -2 * DAY_MS, { caller: plus }),
    answeredVisit("third", -1 * DAY_MS, { caller: national }),
  ];
  await log.store.saveFold({ seq: 0, version: "of another form", text: "" }, { visits, replaces: null });
  await log.store.close();
  writeFileSync(join(cwd, "pickup.config.yaml"), `${SOURCE}callers: { country: DE, outsideLine: 0 }\n`);
});
afterEach(() => {
  vault.close();
  rmSync(cwd, { recursive: true, force: true });
});

async function privacy(...args: string[]) {
  const io = captureIo({ cwd, clock });
  const code = await runCli(["privacy", ...args], io);
  return { code, out: io.outLines, err: io.errLines };
}
const found = async (spelling: string) => (await privacy("export", spelling)).err.join();
const SPELLINGS = [NATIONAL, PLUS, "0049 30 9001747", "030 / 900 17 47", "0 030 9001747"];

it.each(SPELLINGS)("[PV7] [PV34] %s finds all that is kept of a number, once taken for several", async (spelling) => {
  const { code, out, err } = await privacy("export", spelling);
  expect({ code, err }).toEqual({ code: 0, err: ["3 contacts of caller •••1747 found."] });
  const { visits, ...kept } = JSON.parse(out.join("\n"));
  expect(kept).toEqual({
    number: PLUS,
    name: "Ana",
    numberEnd: "1747",
    firstHeardOn: "2026-11-19",
    lastHeardOn: "2026-11-21",
  });
  expect(visits.map(({ contact }: { readonly contact: string }) => contact)).toEqual(["third", "second", "first"]);
});

it.each(SPELLINGS)("[PV6] [PV34] %s erases all of it, and nobody else", async (spelling) => {
  const { code, out } = await privacy("erase", spelling);
  expect([code, out[1]]).toEqual([0, "In all totals and lists 3 contacts stay, under a name that leads nowhere."]);
  expect(aliases.map((alias) => vault.keptOf(alias))).toEqual([null, null]);
  expect(vault.find(OTHER)).not.toBeNull();
  expect((await privacy("erase", spelling)).err.join()).toContain("nobody is known who called from this number");
});

it("[PV7] without a country in the configuration a number is found with its country code, and as it was spelt", async () => {
  writeFileSync(join(cwd, "pickup.config.yaml"), SOURCE);
  expect(await found("0049309001747")).toBe("1 contact of caller •••1747 found.");
  expect(await found(NATIONAL)).toBe("2 contacts of caller •••1747 found.");
});
