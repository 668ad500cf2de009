import { type Browser, expect, type Page, test } from "@playwright/test";
import { nameOfId, plainId, shownName } from "../../lib/names/names";
import { systemClock } from "../../server/clock";
import { startFakeAsterisk, type FakeAsterisk } from "../../server/sources/asterisk/testing/fake-asterisk";
import { makeSite, type Pickup, removeSite, type Site, startPickup, timeZoneAt, until } from "../harness";
import { watchPage } from "../page-watch";
import { HOSTILE, MODEL, QUEUES } from "./hostile";
import { hostileHour } from "./hostile-calls";
import { expectNamesAreText } from "./look-over";

const SHOWN = QUEUES.map((name) => nameOfId(plainId(name)));
const SIZES = [
  ["a television", 1920, 1080],
  ["a small screen", 1280, 720],
  ["a screen on its side", 1080, 1920],
  ["a telephone", 390, 844],
] as const;

let asterisk: FakeAsterisk;
let site: Site;
let pickup: Pickup;

const configOf = (port: number): string => `
site: { name: ${JSON.stringify(HOSTILE.get("markup"))}, timeZone: ${timeZoneAt()} }
sources: [{ id: pbx, kind: asterisk-ami, host: 127.0.0.1, port: ${port}, username: pickup, secret: right secret }]
boards:
  - { id: main, name: ${JSON.stringify(`${HOSTILE.get("override")}${HOSTILE.get("tower")?.slice(0, 40)}`)}, agentNames: full }
  - { id: first, name: ${JSON.stringify(HOSTILE.get("script"))}, agentNames: first }
`;

const NAMES_AS = [HOSTILE.get("markup"), HOSTILE.get("right to left"), HOSTILE.get("override"), "W".repeat(60)];

/** People, tokens and displays, called as badly as they may be. */
async function callEverybodyNames(): Promise<void> {
  const headers = {
    "content-type": "application/json",
    origin: pickup.url,
    cookie: `${pickup.keys?.session.name}=${pickup.keys?.session.value}`,
  };
  const post = (path: string, body: object): Promise<Response> =>
    fetch(`${pickup.url}/api/v1/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  for (const name of NAMES_AS) {
    const lead = { role: "lead", queueIds: [HOSTILE.get("markup"), "__proto__"], seesNumbers: false };
    const account = await post("accounts", { name, password: "sturdy-oak-bridge-41", ...lead });
    const token = await post("tokens", { name, scope: "read" });
    const pairing = await fetch(`${pickup.url}/api/v1/pairings`, {
      method: "POST",
      headers: { ...headers, cookie: "" },
    });
    const { code } = (await pairing.json()) as { code: string };
    const display = await post("displays", { code, name, screenId: "main" });
    expect([account.status, token.status, display.status]).toEqual([201, 201, 201]);
  }
}

test.beforeAll(async () => {
  asterisk = await startFakeAsterisk({ clock: systemClock });
  asterisk.model = MODEL;
  site = await makeSite(configOf(asterisk.port));
  pickup = await startPickup(site);
  await until("it is live", async () => ((await pickup.get("/readyz")).ok ? true : null));
  await until("its queues are told", async () => ((await pickup.snapshot()).queues.length > 20 ? true : null));
  asterisk.say(hostileHour(systemClock.nowMs()));
  await until("all wait", async () => ((await pickup.snapshot()).total.waiting === QUEUES.length ? true : null));
  await callEverybodyNames();
});
test.afterAll(async () => {
  await pickup.stop();
  removeSite(site);
  await asterisk.close();
});

/** A page that fails the test when anything of a name is obeyed. */
async function openPage(browser: Browser, width: number, height: number) {
  const context = await browser.newContext({ viewport: { width, height } });
  await pickup.signIn(context);
  const page = await context.newPage();
  const watch = watchPage(page);
  const obeyed: string[] = [];
  page.on("dialog", (dialog) => {
    obeyed.push(dialog.message());
    void dialog.dismiss();
  });
  return {
    page,
    finish: async (): Promise<void> => {
      expect(obeyed).toEqual([]);
      watch.expectQuiet();
      await context.close();
    },
  };
}

const expectKnown = (names: readonly string[]): void => {
  expect(names.filter((name) => SHOWN.includes(name)).length).toBeGreaterThan(0);
};

for (const [what, width, height] of SIZES) {
  test(`[NM1] the wall on ${what} shows such names as text, in their places`, async ({ browser }) => {
    const { page, finish } = await openPage(browser, width, height);
    for (const board of ["main", "first"]) {
      await page.goto(`${pickup.url}/wall?board=${board}`);
      await page.waitForSelector("main.wall[data-revision] [data-queue]");
      expectKnown(await expectNamesAreText(page));
    }
    await finish();
  });
}

const openQueue = async (page: Page, name: string): Promise<void> => {
  await page.locator(".sv-queue-name", { hasText: name }).first().click();
};

test("[NM1] the supervisor's desk shows such names as text: queues, people, reasons, callers", async ({ browser }) => {
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
  ] as const) {
    const { page, finish } = await openPage(browser, width, height);
    await page.goto(`${pickup.url}/supervise`);
    await page.waitForSelector(".sv-queue-name");
    await until("people are listed", async () =>
      (await page.locator("[data-agent-state]").count()) > 3 ? true : null,
    );
    const names = await expectNamesAreText(page);
    for (const name of SHOWN.slice(0, 10)) expect(names).toContain(name);
    await openQueue(page, shownName(HOSTILE.get("markup") ?? ""));
    await expectNamesAreText(page);
    await openQueue(page, "__proto__");
    await expectNamesAreText(page);
    await finish();
  }
});

test("[NM1] the settings show such names as text: displays, people, tokens, the audit trail", async ({ browser }) => {
  const { page, finish } = await openPage(browser, 1280, 800);
  for (const place of ["displays", "accounts", "tokens", "audit-trail"]) {
    await page.goto(`${pickup.url}/settings/${place}`);
    await page
      .getByText(shownName(HOSTILE.get("markup") ?? ""))
      .first()
      .waitFor();
    await expectNamesAreText(page);
  }
  await finish();
});

test("Asterisk was asked and told nothing", () => {
  const said = new Set(asterisk.actions.map(({ name }) => name));
  expect([...said].filter((name) => name === "QueueReset" || name === "")).toEqual([]);
  for (const { text } of asterisk.actions)
    expect(text).toMatch(/^Action: [A-Za-z]+\r\n(?:[A-Za-z]+: [ -~]*(?:\r\n)?)*$/);
});
