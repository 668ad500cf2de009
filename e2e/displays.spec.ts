import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, expect, test, type Page } from "@playwright/test";
import { fontSizeFor, type Picture } from "../lib/legibility";
import type { Doer } from "../server/access/access";
import { DISPLAY_COOKIE, PAIRING_COOKIE, SESSION_COOKIE } from "../server/http/cookie-names";
import { type ClosedSite, startClosedSite } from "./access/closed-site";
import { startFakeSite } from "./fake-site";
import { makeSite, removeSite, simulatorConfig, startPickup } from "./harness";
import { watchPage } from "./page-watch";
import { awaitWall } from "./wall-page";

const TESTS: Doer = { actor: { kind: "command-line", name: "tests" }, address: null };
const WITHIN_MS = 5_000;
// What fades in has no contrast while it does.
const CALM = { reducedMotion: "reduce" } as const;

let site: ClosedSite;
let contexts: BrowserContext[] = [];
test.beforeEach(async () => {
  site = await startClosedSite();
});
test.afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  contexts = [];
  await site.stop();
});

async function open(browser: Browser, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ ...CALM, viewport: { width: 1920, height: 1080 }, ...options });
  contexts.push(context);
  return context.newPage();
}

/** The browser of somebody who looks after displays, at their page. */
async function openDesk(browser: Browser, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const page = await open(browser, { viewport: { width: 1280, height: 800 }, ...options });
  const known = site.access.accounts.byName("Sue");
  const made = known ?? (await supervisor());
  const { token } = site.access.sessions.open(made.id, { address: "127.0.0.1" });
  await page.context().addCookies([{ name: SESSION_COOKIE, value: token, url: site.url, httpOnly: true }]);
  await page.goto(`${site.url}/settings/displays`);
  await expect(page.locator("input[name=code]")).toBeVisible();
  return page;
}

async function supervisor(): Promise<{ readonly id: string }> {
  const { accounts } = site.access;
  const password = "four purple chairs sing";
  const admin = { name: "Ada", password, role: "admin", queueIds: null, seesNumbers: false } as const;
  await accounts.create(admin, TESTS);
  const made = await accounts.create({ ...admin, name: "Sue", role: "supervisor" }, TESTS);
  if (made.kind === "refused") throw new Error(made.problem);
  return made.account;
}

const codeOn = async (tv: Page): Promise<string> => {
  await expect(tv.locator('.pairing-code:not([data-code=""])')).toBeVisible({ timeout: WITHIN_MS });
  return (await tv.locator(".pairing-code").getAttribute("data-code")) ?? "";
};
const boardOn = (tv: Page) => tv.locator("main.wall .top-name");
const row = (desk: Page, name: string) =>
  desk.locator(".sl-row").filter({ has: desk.getByText(name, { exact: true }) });
const button = (desk: Page, says: string, name: string) => desk.getByRole("button", { name: `${says}: ${name}` });

async function letIn(desk: Page, code: string, name: string, screenId: string): Promise<void> {
  await desk.getByLabel("Code").fill(code);
  await desk.getByLabel("Name").first().fill(name);
  await desk.getByLabel("What it shows").first().selectOption(screenId);
  await desk.getByRole("button", { name: "Let in" }).click();
}

async function expectClean(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  expect(found, where).toEqual([]);
}

test("[AC60] [AC69] a television is let in from another browser, looked after from there, revoked, and let in again", async ({
  browser,
}) => {
  const desk = await openDesk(browser);
  const tv = await open(browser);
  const watch = watchPage(tv);
  const addresses: string[] = [];
  tv.on("request", (request) => addresses.push(request.url(), request.headers()["referer"] ?? ""));
  await expect(desk.locator(".sl-empty")).toContainText("No display is let in yet");
  await expect(desk.locator(".dp-how")).toContainText(`${site.url}/wall`);

  await tv.goto(`${site.url}/wall`);
  const code = await codeOn(tv);
  await expect(tv.locator(".pairing-where")).toHaveText(`${site.url}/settings/displays`);
  // As people write it.
  await desk.getByLabel("Code").fill(` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `);
  await desk.getByLabel("Name").fill("Hallway");
  await desk.getByLabel("What it shows").selectOption("sales");
  // The page is not loaded anew: what is noted on it stays.
  await tv.evaluate(() => document.body.setAttribute("data-noted", "yes"));
  await desk.getByRole("button", { name: "Let in" }).click();
  await expect(boardOn(tv)).toContainText("The board sales", { timeout: WITHIN_MS });
  await expect(tv.locator("body")).toHaveAttribute("data-noted", "yes");
  await expect(desk.getByText("Hallway is let in.")).toBeVisible();
  await expect(row(desk, "Hallway")).toContainText("New");
  await expect(row(desk, "Hallway")).toContainText("Connected", { timeout: 7_000 });
  await expect(row(desk, "Hallway")).toContainText("by Sue");
  await expect(desk.getByLabel("Code")).toHaveValue("");

  await button(desk, "Identify", "Hallway").click();
  await expect(tv.locator(".identify-name")).toHaveText("Hallway");
  await expect(row(desk, "Hallway")).toContainText("Shows its name");
  await expectClean(tv, "a display that shows its name");
  await expect(tv.locator(".identify")).toHaveCount(0, { timeout: 12_000 });

  const loaded = tv.waitForEvent("load");
  await button(desk, "Reload", "Hallway").click();
  await loaded;
  await expect(boardOn(tv)).toContainText("The board sales");
  await expect(tv.locator("body")).not.toHaveAttribute("data-noted", "yes");

  await button(desk, "Change", "Hallway").click();
  const panel = desk.getByRole("group", { name: "Change: Hallway" });
  await expect(panel.getByLabel("Name")).toBeFocused();
  await panel.getByLabel("Name").fill("Lobby");
  await panel.getByLabel("What it shows").selectOption("main");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(boardOn(tv)).toContainText("The board main", { timeout: WITHIN_MS });
  await expect(row(desk, "Lobby")).toBeVisible();

  const held = await tv.context().cookies();
  const token = held.find(({ name }) => name === DISPLAY_COOKIE)?.value ?? "";
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(held.map(({ name }) => name)).not.toContain(PAIRING_COOKIE);
  await button(desk, "Revoke", "Lobby").click();
  await expect(desk.getByRole("button", { name: "Cancel" })).toBeFocused();
  await desk.getByRole("group").getByRole("button", { name: "Revoke" }).click();
  const next = await codeOn(tv);
  expect(next).not.toBe(code);
  await expect(desk.locator(".sl-row")).toHaveCount(0);
  await expect(desk.getByText("Lobby is revoked")).toBeVisible();

  const withOld = { headers: { cookie: `${DISPLAY_COOKIE}=${token}` } };
  expect((await fetch(`${site.url}/api/v1/boards`, withOld)).status).toBe(401);
  expect((await fetch(`${site.url}/api/v1/boards/main/snapshot`, withOld)).status).toBe(401);
  expect(addresses.filter((address) => address.includes(token))).toEqual([]);

  await letIn(desk, next, "Lobby", "hall");
  await expect(boardOn(tv)).toContainText("The board", { timeout: WITHIN_MS });
  await expect(tv.locator(".tv-dots")).toBeVisible({ timeout: 15_000 });
  await expect(row(desk, "Lobby")).toContainText("Rotation");
  // What a revoked display is refused is all that it may complain of.
  watch.expectQuiet(/401|WebSocket connection to .* failed/);
});

test("[AC65] neither a restart of the server nor a reload of the television needs anybody", async ({ browser }) => {
  const place = await makeSite(simulatorConfig());
  let pickup = await startPickup(place);
  try {
    const tv = await open(browser);
    await tv.goto(`${pickup.url}/wall`);
    const code = await codeOn(tv);
    // Before it is let in, too.
    await tv.reload();
    expect(await codeOn(tv)).toBe(code);
    await pickup.stop();
    await expect(tv.locator(".pairing-says")).toContainText("cannot be reached", { timeout: 10_000 });
    pickup = await startPickup(place);
    await expect(tv.locator(".pairing-says")).toContainText("Good for ten minutes", { timeout: 15_000 });
    expect(await codeOn(tv)).toBe(code);

    const desk = await open(browser);
    await pickup.signIn(desk);
    await desk.goto(`${pickup.url}/settings/displays`);
    await letIn(desk, code, "Hallway", "main");
    await awaitWall(tv, "its board", ({ stale }) => !stale);
    await pickup.kill();
    await expect(tv.locator("main.wall")).toHaveAttribute("data-stale", "true", { timeout: 15_000 });
    pickup = await startPickup(place);
    await awaitWall(tv, "its board after the restart", ({ stale }) => !stale, 30_000);
    await tv.reload();
    await awaitWall(tv, "its board after a reload", ({ stale }) => !stale);
  } finally {
    await pickup.stop();
    removeSite(place);
  }
});

test("[AC61] [AC63] what is wrong is said at its field, and by key all of it can be done", async ({ browser }) => {
  const desk = await openDesk(browser);
  const code = desk.getByLabel("Code");
  const problem = desk.locator(".dp-let-in .form-problem:not(:empty)");
  await code.focus();
  await desk.keyboard.press("Enter");
  await expect(problem).toHaveText([/six characters/, /Enter a name/]);
  await expect(code).toBeFocused();
  await expect(code).toHaveAttribute("aria-invalid", "true");
  await code.fill("ABCDE0");
  await desk.getByLabel("Name").fill("Hallway");
  await desk.keyboard.press("Enter");
  await expect(problem).toHaveText([/0, O, 1, I and L/]);
  await code.fill("ABCDEF");
  await desk.keyboard.press("Enter");
  await expect(problem).toHaveText([/No screen shows this code/]);
  await expect(code).toBeFocused();
  await expectClean(desk, "a wrong code");
  for (let n = 0; n < 10; n += 1) {
    const answered = desk.waitForResponse(/displays$/);
    await desk.keyboard.press("Enter");
    await answered;
    await expect(desk.getByRole("button", { name: "Let in" })).toHaveAttribute("aria-disabled", "false");
  }
  await expect(problem).toHaveText([/Too many wrong codes.*10 min/]);

  const { displays } = site.access;
  const offered = displays.offerCode("192.0.2.1");
  displays.pair(offered?.pairing.code ?? "", { name: "Hallway", screenId: "main" as never }, TESTS, "tests");
  await desk.reload();
  await expect(row(desk, "Hallway")).toContainText("Was not seen yet");
  await button(desk, "Reload", "Hallway").focus();
  await desk.keyboard.press("Enter");
  await expect(row(desk, "Hallway")).toContainText("cannot be told now");
  await desk.keyboard.press("Tab");
  await desk.keyboard.press("Tab");
  await desk.keyboard.press("Enter");
  // A key pressed twice by mistake does nothing.
  await desk.keyboard.press("Enter");
  await expect(button(desk, "Revoke", "Hallway")).toBeFocused();
  await desk.keyboard.press("Enter");
  await desk.keyboard.press("Escape");
  await expect(button(desk, "Revoke", "Hallway")).toBeFocused();
  await expect(row(desk, "Hallway")).toBeVisible();
});

const LYING: Picture = { widthPx: 1920, heightPx: 1080 };
const PICTURES: readonly Picture[] = [
  LYING,
  { widthPx: 3840, heightPx: 2160 },
  { widthPx: 1080, heightPx: 1920 },
  { widthPx: 1024, heightPx: 768 },
];
const SEEN_FROM = { screenInches: 55, distanceMetres: 5 };

for (const locale of ["en-GB", "de-AT", "es-ES", "pt-BR", "fr-FR"]) {
  test(`[LE1] the pairing screen is read 5 m away from 55 inches, in ${locale}`, async ({ browser }) => {
    await supervisor();
    const tv = await open(browser, { locale });
    await tv.goto(`${site.url}/wall`);
    await codeOn(tv);
    for (const picture of PICTURES) {
      const { widthPx, heightPx } = picture;
      await tv.setViewportSize({ width: widthPx, height: heightPx });
      const at = `${widthPx} × ${heightPx}`;
      const letters = await tv.evaluate(() => {
        const shown = [
          ...document.querySelectorAll<HTMLElement>(".pairing h1, .pairing-says, .pairing-do, .pairing-where"),
        ];
        const code = [...document.querySelectorAll(".pairing-sign")].map((sign) => sign.getBoundingClientRect());
        return {
          smallestPx: Math.min(...shown.map((text) => parseFloat(getComputedStyle(text).fontSize))),
          codePx: parseFloat(getComputedStyle(document.querySelector(".pairing-code") as Element).fontSize),
          left: Math.min(...code.map(({ left }) => left)),
          right: Math.max(...code.map(({ right }) => right)),
          scrolls: [
            document.documentElement.scrollWidth - innerWidth,
            document.documentElement.scrollHeight - innerHeight,
          ],
        };
      });
      if (widthPx >= heightPx * 1.6 || heightPx > widthPx)
        expect.soft(letters.smallestPx, at).toBeGreaterThanOrEqual(fontSizeFor(16, picture, SEEN_FROM));
      expect.soft(letters.codePx, at).toBeGreaterThanOrEqual(Math.min(widthPx, heightPx) * 0.15);
      expect.soft(Math.min(letters.left, widthPx - letters.right), at).toBeGreaterThanOrEqual(widthPx * 0.03);
      expect.soft(letters.scrolls, at).toEqual([0, 0]);
    }
    await expectClean(tv, locale);
    await expect(tv.locator("html")).toHaveAttribute("lang", locale === "pt-BR" ? "pt-BR" : locale.slice(0, 2));
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`the displays at 390 to 1920 px, ${colorScheme}: nothing is cut, axe finds nothing`, async ({ browser }) => {
    const { displays } = site.access;
    for (const name of ["Hallway", "A television in the meeting room at the far end of the third "]) {
      const { code } = displays.offerCode("192.0.2.1")?.pairing ?? { code: "" };
      displays.pair(code, { name, screenId: "gone" as never }, TESTS, "tests");
    }
    for (const locale of ["en", "de", "es", "pt-BR", "fr"]) {
      const desk = await openDesk(browser, { colorScheme, locale });
      await expect(desk.locator(".sl-row")).toHaveCount(2);
      for (const says of [2, 3])
        await desk
          .locator(".sl-row")
          .nth(says - 2)
          .locator(".sl-action")
          .nth(says)
          .click();
      for (const width of [390, 768, 1280, 1920]) {
        await desk.setViewportSize({ width, height: 900 });
        expect(await desk.evaluate(() => document.documentElement.scrollWidth), `${locale} ${width}`).toBe(width);
      }
      await expectClean(desk, locale);
    }
  });
}

test("in the demonstration a display can be let in, for trying", async ({ browser }) => {
  const demo = await startFakeSite();
  try {
    const desk = await open(browser);
    await desk.goto(`${demo.url}/settings/displays`);
    await expect(desk.locator(".dp-how code")).toHaveText(`${demo.url}/wall?pair`);
    const tv = await open(browser);
    await tv.goto(`${demo.url}/wall?pair`);
    await letIn(desk, await codeOn(tv), "Hallway", "sales");
    await expect(boardOn(tv)).toContainText("Sales floor", { timeout: WITHIN_MS });
  } finally {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    await demo.stop();
  }
});
