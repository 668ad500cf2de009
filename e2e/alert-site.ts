import path from "node:path";
import type { BrowserContext } from "@playwright/test";
import { openAccess } from "../server/access/open-access";
import { systemClock } from "../server/clock";
import { makeSite, type Pickup, removeSite, siteAt, startPickup } from "./harness";
import { keysOf } from "./keys";
import { tellEvents } from "./tell-events";

/** A site whose callers wait when a test says so, with rules that fire at the second of them. */
export type AlertSite = {
  readonly url: string;
  readonly signIn: (browser: BrowserContext) => Promise<void>;
  /** So many callers more wait in this queue. */
  readonly wait: (queueId: string, callers: number) => Promise<void>;
  /** All who wait there have given up. */
  readonly giveUp: (queueId: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** `support` is critical, `sales` a warning, `back` a notice; the board `hall` is heard. */
const CONFIG = `sources: [{ id: shop, kind: http }]
queues:
  - { id: support, name: Support }
  - { id: sales, name: Sales }
  - { id: back, name: Back office }
boards:
  - { id: hall, name: Hall, sound: true }
alerts:
  rules:
    - { id: support, name: Many in support, severity: critical, queues: [support], when: { waiting: { raise: 2, clear: 0 } } }
    - { id: sales, name: Many in sales, severity: warning, queues: [sales], when: { waiting: { raise: 2, clear: 0 } } }
    - { id: back, name: Many in the back office, severity: notice, queues: [back], when: { waiting: { raise: 2, clear: 0 } } }
`;

/** @param more what else stands under `alerts` */
export async function startAlertSite(more = ""): Promise<AlertSite> {
  const site = await makeSite(`${siteAt()}${CONFIG}${more}`);
  const token = await ingestTokenOf(site.folder);
  const pickup: Pickup = await startPickup(site);
  const waiting = new Map<string, string[]>();
  let count = 0;

  async function tell(type: string, queueId: string, contactIds: readonly string[]): Promise<void> {
    const atMs = systemClock.nowMs();
    const told = contactIds.map((contactId) => ({
      id: `${type} ${contactId}`,
      type,
      atMs,
      data: { queueId, contactId },
    }));
    await tellEvents(site.url, token, told);
  }
  return {
    url: site.url,
    signIn: pickup.signIn,
    wait: async (queueId, callers) => {
      const ids = Array.from({ length: callers }, () => `c-${(count += 1)}`);
      waiting.set(queueId, [...(waiting.get(queueId) ?? []), ...ids]);
      await tell("contact.offered", queueId, ids);
    },
    giveUp: async (queueId) => {
      const ids = waiting.get(queueId) ?? [];
      waiting.delete(queueId);
      if (ids.length > 0) await tell("contact.abandoned", queueId, ids);
    },
    stop: async () => {
      await pickup.stop();
      removeSite(site);
    },
  };
}

/** A script that may tell events. */
export async function ingestTokenOf(folder: string): Promise<string> {
  await keysOf(folder);
  const opened = openAccess({ path: path.join(folder, "data/access.db"), clock: systemClock, log: console.error });
  if (opened.kind === "refused") throw new Error(opened.message);
  const doer = { actor: { kind: "command-line", name: "tests" }, address: null } as const;
  const made = opened.access.tokens.create({ name: "shop", scope: "ingest" }, doer);
  opened.access.close();
  if (made.kind === "refused") throw new Error("The tests have no token");
  return made.secret;
}
