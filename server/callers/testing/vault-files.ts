import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import type { CallerVault } from "../caller-vault";
import { type OpenedVault, openCallerVault } from "../open-vault";
import { type NumberReader, READS_INTERNATIONAL } from "../rules/normal-number";
import { NOON_MS } from "./vault-contract";

/** Vaults in folders of their own, closed and deleted after each test. */
export function vaultFiles() {
  const folders: string[] = [];
  const vaults: CallerVault[] = [];
  afterEach(() => {
    for (const vault of vaults.splice(0)) vault.close();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  const newFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), "pickup-callers-"));
    folders.push(folder);
    return join(folder, "data");
  };
  const tryOpen = (folder: string, nowMs: () => number = () => NOON_MS, numbers = READS_INTERNATIONAL): OpenedVault => {
    const opened = openCallerVault({
      path: join(folder, "callers.db"),
      keyFile: join(folder, "caller-numbers.key"),
      numbersKeptDays: 30,
      numbers,
      clock: { nowMs },
    });
    if (opened.kind === "opened") vaults.push(opened.vault);
    return opened;
  };
  const openIn = (folder: string, nowMs?: () => number, numbers?: NumberReader): CallerVault => {
    const opened = tryOpen(folder, nowMs, numbers);
    if (opened.kind === "refused") throw new Error(opened.message);
    return opened.vault;
  };
  return { newFolder, tryOpen, openIn };
}
