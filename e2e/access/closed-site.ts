import path from "node:path";
import type { Access } from "../../server/access/access";
import { openAccess } from "../../server/access/open-access";
import { createSetupLink } from "../../server/access/setup-link";
import { createApp } from "../../server/app";
import { createMemoryVault } from "../../server/callers/memory-vault";
import { systemClock } from "../../server/clock";
import { createFakeFeed } from "../../server/publish/testing/fake-feed";
import { quietAlerts } from "../../server/testing/quiet-alerts";
import { ROOT } from "../harness";

/** The built pages where people sign in, on boards that stand still: `main`, `sales`, and the rotation `hall`. */
export type ClosedSite = {
  readonly url: string;
  readonly access: Access;
  /** The one-time link, as the server prints it. */
  readonly setupLink: () => string;
  readonly stop: () => Promise<void>;
};

/** What passwords cost is tested elsewhere. */
const CHEAP = { logN: 10, r: 8, p: 1 };

export async function startClosedSite(): Promise<ClosedSite> {
  const opened = openAccess({ path: ":memory:", clock: systemClock, passwordCost: CHEAP, log: console.error });
  if (opened.kind === "refused") throw new Error(opened.message);
  const { access } = opened;
  let token = "";
  const setupLink = createSetupLink({
    isSetUp: access.accounts.isSetUp,
    clock: systemClock,
    tell: (told) => {
      token = told;
    },
  });
  const feed = createFakeFeed();
  feed.change((board) => ({ ...board, boardName: `The board ${board.boardId}` }));
  const app = createApp({
    access,
    alerts: quietAlerts(),
    setupLink,
    vault: createMemoryVault(),
    demo: false,
    feed,
    clock: systemClock,
    staticDir: path.join(ROOT, "out"),
    origins: [],
    build: "test",
  });
  const { port } = await app.listen(0, "127.0.0.1");
  const url = `http://127.0.0.1:${port}`;
  setupLink.announce();
  return {
    url,
    access,
    setupLink: () => `${url}/setup#${token}`,
    stop: async () => {
      await app.close();
      access.close();
    },
  };
}
