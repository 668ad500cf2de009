import { join } from "node:path";
import type { CallerVault } from "../../server/callers/caller-vault";
import { openCallerVault } from "../../server/callers/open-vault";
import { READS_INTERNATIONAL } from "../../server/callers/rules/normal-number";
import { NUMBERS_KEPT_DAYS } from "../../server/callers/rules/retention";
import { systemClock } from "../../server/clock";

/** Who called, in a data directory. */
export function openVault(dataDir: string): CallerVault {
  const opened = openCallerVault({
    path: join(dataDir, "callers.db"),
    keyFile: join(dataDir, "caller-numbers.key"),
    numbersKeptDays: NUMBERS_KEPT_DAYS,
    numbers: READS_INTERNATIONAL,
    clock: systemClock,
  });
  if (opened.kind === "refused") throw new Error(opened.message);
  return opened.vault;
}
