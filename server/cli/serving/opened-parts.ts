import { join } from "node:path";
import type { Access } from "../../access/access";
import { openAccess } from "../../access/open-access";
import { type AlertStore, openAlerts } from "../../alerts/store/open-alerts";
import type { CallerVault } from "../../callers/caller-vault";
import { openCallerVault } from "../../callers/open-vault";
import { createNumberReader } from "../../callers/rules/normal-number";
import { vaultPlaceOf } from "../../callers/vault-place";
import { isLoopback } from "../../loopback";
import type { Settings } from "../../settings";
import { openSqliteStore } from "../../store/sqlite";
import type { EventStore } from "../../store/store";
import type { CommandIo } from "../command";

/** What a server keeps: what happened, who called, who may come in, what alerted whom. */
export type OpenedParts = {
  readonly store: EventStore;
  readonly vault: CallerVault;
  readonly access: Access;
  readonly alertStore: AlertStore;
  /** The simulator for this machine alone: nobody signs in. Where others reach it, the simulator is closed too. */
  readonly demo: boolean;
};

export const isOpenDemo = ({ demo, host }: Pick<Settings, "demo" | "host">): boolean => demo && isLoopback(host);

/** Opens all of it, and closes it whatever happens. @returns the exit code */
export async function withOpenedParts(
  settings: Settings,
  io: CommandIo,
  use: (parts: OpenedParts) => Promise<number>,
): Promise<number> {
  const { clock, err } = io;
  const { dataDir, numbersKeptDays, callers } = settings;
  const numbers = createNumberReader(callers.numbers);
  const refuse = (message: string): number => {
    err(`pickup serve: ${message}`);
    return 1;
  };
  const vault = openCallerVault({ ...vaultPlaceOf(settings), numbersKeptDays, numbers, clock });
  if (vault.kind === "refused") return refuse(vault.message);
  for (const warning of vault.warnings) err(warning);
  try {
    const store = openSqliteStore({ path: join(dataDir, "events.db"), vault: vault.vault });
    if (store.kind === "refused") return refuse(store.message);
    try {
      const demo = isOpenDemo(settings);
      const opened = openAccess({ path: demo ? ":memory:" : join(dataDir, "access.db"), clock, log: err });
      if (opened.kind === "refused") return refuse(opened.message);
      try {
        // A demonstration's alerts are nobody's, and a real centre's are none of it.
        const alerts = openAlerts(settings.demo ? ":memory:" : join(dataDir, "alerts.db"));
        if (alerts.kind === "refused") return refuse(alerts.message);
        try {
          const parts = {
            store: store.store,
            vault: vault.vault,
            access: opened.access,
            alertStore: alerts.store,
            demo,
          };
          return await use(parts);
        } finally {
          alerts.store.close();
        }
      } finally {
        opened.access.close();
      }
    } finally {
      await store.store.close();
    }
  } finally {
    vault.vault.close();
  }
}
