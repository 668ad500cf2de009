import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SAMPLE_AT_MS } from "../../../lib/testing/board-samples";
import type { Access } from "../../access/access";
import { openAccess } from "../../access/open-access";
import { createSetupLink } from "../../access/setup-link";
import { QUICK } from "../../access/testing/opened-access";
import { type App, createApp } from "../../app";
import type { AppParts } from "../../app-parts";
import type { Clock } from "../../clock";
import { createMemoryVault } from "../../callers/memory-vault";
import { createFakeFeed } from "../../publish/testing/fake-feed";
import { quietAlerts } from "../../testing/quiet-alerts";
import { connectScreen, type TestScreen } from "../../publish/testing/harness";
import { type Browser, createBrowser } from "./browser";
import { type Cast, type CastParts, letInAll, type Who } from "./cast";

export type CentreParts = Partial<AppParts> & {
  /** Whether people, displays and tokens are there from the beginning; left out: all of them. */
  readonly empty?: boolean;
  readonly cast?: Partial<CastParts>;
};

export type Centre = {
  readonly port: number;
  readonly app: App;
  readonly access: Access;
  /** The tokens of the links that were told for setting up, the last one good. */
  readonly setupTokens: readonly string[];
  readonly clock: { readonly nowMs: () => number; readonly advance: (ms: number) => void };
  /** What was said to those who run it. */
  readonly said: readonly string[];
  /** Who is known here by name and id; empty where nobody is. */
  readonly cast: Cast | null;
  /** A browser or script that holds what this one holds; each call another one, with the same cookies. */
  readonly as: (who: Who, from?: { readonly address: string }) => Browser;
  /** A socket with what this one holds; rejects where it is refused. */
  readonly screenAs: (who: Who | Browser) => Promise<TestScreen>;
  readonly stop: () => Promise<void>;
};

const POLL_MS = 50;

/** The whole server over a real database of access, with one person of each role, displays, and a token of each scope. */
export async function startCentre({
  empty = false,
  cast: castParts = {},
  ...parts
}: CentreParts = {}): Promise<Centre> {
  const folder = mkdtempSync(join(tmpdir(), "pickup-centre-"));
  let nowMs = SAMPLE_AT_MS;
  const clock = { nowMs: () => nowMs, advance: (ms: number) => void (nowMs += ms) };
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  const access = parts.access ?? openedAccess(join(folder, "access.db"), clock, say);
  const setupTokens: string[] = [];
  const setupLink = createSetupLink({
    isSetUp: access.accounts.isSetUp,
    clock,
    tell: (token) => setupTokens.push(token),
  });
  setupLink.announce();
  const app = createApp({
    feed: createFakeFeed(),
    clock,
    vault: createMemoryVault(),
    alerts: quietAlerts({ clock }),
    demo: false,
    staticDir: join(folder, "pages"),
    origins: [],
    trustedProxies: ["127.0.0.1"],
    build: "test",
    say,
    ...parts,
    access,
    setupLink,
  });
  const { port } = await app.listen(0, "127.0.0.1");
  const cast = empty ? null : await letInAll(access, castParts);
  const screens: TestScreen[] = [];

  const as = (who: Who, from: { readonly address?: string } = {}): Browser => {
    if (who === "nobody") return createBrowser({ port, ...from });
    if (cast === null) throw new Error(`nobody is known here, so there is no ${who}`);
    return createBrowser({ port, ...from, ...cast.shownBy(who) });
  };
  return {
    port,
    app,
    access,
    setupTokens,
    clock,
    said,
    cast,
    as,
    screenAs: async (who) => {
      const browser = typeof who === "string" ? as(who) : who;
      const screen = await connectScreen(port, browser.socketHeaders());
      screens.push(screen);
      return screen;
    },
    stop: async () => {
      for (const { socket } of screens) socket.close();
      await app.close();
      if (parts.access === undefined) access.close();
      rmSync(folder, { recursive: true, force: true });
      const bugs = said.filter((line) => line.startsWith("a request failed"));
      if (bugs.length > 0) throw new Error(bugs.join("\n"));
    },
  };
}

function openedAccess(path: string, clock: Clock, log: (line: string) => void): Access {
  const opened = openAccess({ path, clock, log, passwordCost: QUICK, pollMs: POLL_MS });
  if (opened.kind === "refused") throw new Error(opened.message);
  return opened.access;
}
