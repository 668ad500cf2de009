import { openAccess } from "../access/open-access";
import { createSetupLink } from "../access/setup-link";
import type { AppParts } from "../app-parts";
import { createMemoryVault } from "../callers/memory-vault";
import { quietAlerts } from "./quiet-alerts";
import { systemClock } from "../clock";

type DemoParts = Pick<AppParts, "access" | "alerts" | "vault" | "demo" | "setupLink">;

/** What an app is given beside its feed where nobody signs in. `access` is whoever's who asked for it to close. */
export function demoParts(vault: AppParts["vault"] = createMemoryVault()): DemoParts {
  const opened = openAccess({ path: ":memory:", clock: systemClock, log: failed });
  if (opened.kind === "refused") return failed(opened.message);
  const { access } = opened;
  const setupLink = createSetupLink({ isSetUp: () => true, clock: systemClock, tell: () => undefined });
  return { access, alerts: quietAlerts(), vault, demo: true, setupLink };
}

const failed = (line: string): never => {
  throw new Error(line);
};
