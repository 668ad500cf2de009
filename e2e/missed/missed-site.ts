import path from "node:path";
import type { Role } from "../../lib/access/roles";
import { openAccess } from "../../server/access/open-access";
import { systemClock } from "../../server/clock";
import { SESSION_COOKIE } from "../../server/http/cookie-names";
import { tellEvents } from "../tell-events";
import { ingestTokenOf } from "../alert-site";
import { makeSite, type Pickup, removeSite, siteAt, startPickup } from "../harness";

/** A site whose callers are missed when a test says so. */
export type MissedSite = {
  readonly url: string;
  /** The server as it runs now. */
  readonly pickup: () => Pickup;
  /** kill -9, and started again. */
  readonly killAndStart: () => Promise<void>;
  /** These numbers find `support` full; null is a withheld one. */
  readonly miss: (numbers: readonly (string | null)[], queueId?: string) => Promise<void>;
  /** Any events of the source; as of now where no instant is given. */
  readonly tell: (
    events: readonly { readonly type: string; readonly data: object; readonly atMs?: number }[],
  ) => Promise<void>;
  /** Somebody who may call back, unless his role is another. @returns the session's cookie */
  readonly person: (name: string, role?: Role) => Promise<{ readonly name: string; readonly value: string }>;
  readonly stop: () => Promise<void>;
};

const CONFIG = `sources: [{ id: shop, kind: http }]
callers: { country: DE }
queues:
  - { id: support, name: Support }
  - { id: sales, name: Sales }
`;
const TESTS = { actor: { kind: "command-line", name: "tests" }, address: null } as const;

export async function startMissedSite(more = ""): Promise<MissedSite> {
  const site = await makeSite(`${siteAt()}${CONFIG}${more}`);
  const token = await ingestTokenOf(site.folder);
  let pickup = await startPickup(site);
  let count = 0;

  const tell: MissedSite["tell"] = async (events) => {
    const told = events.map(({ type, data, atMs = systemClock.nowMs() }) => {
      count += 1;
      return { id: `event ${count}`, type, data, atMs };
    });
    await tellEvents(site.url, token, told);
  };

  return {
    url: site.url,
    pickup: () => pickup,
    killAndStart: async () => {
      await pickup.kill();
      pickup = await startPickup(site);
    },
    miss: (numbers, queueId = "support") =>
      tell(
        numbers.map((number) => ({
          type: "contact.refused",
          data: {
            queueId,
            contactId: `missed-${(count += 1)}`,
            reason: "full",
            caller: number === null ? null : { number, name: null },
          },
        })),
      ),
    tell,
    person: async (name, role = "supervisor") => {
      const opened = openAccess({
        path: path.join(site.folder, "data/access.db"),
        clock: systemClock,
        log: console.error,
      });
      if (opened.kind === "refused") throw new Error(opened.message);
      const { accounts, sessions, close } = opened.access;
      try {
        const made = await accounts.create(
          { name, role, queueIds: null, seesNumbers: role !== "analyst", password: "a password of the tests" },
          TESTS,
        );
        if (made.kind === "refused") throw new Error(made.problem);
        return { name: SESSION_COOKIE, value: sessions.open(made.account.id, { address: "127.0.0.1" }).token };
      } finally {
        close();
      }
    },
    stop: async () => {
      await pickup.stop();
      removeSite(site);
    },
  };
}
