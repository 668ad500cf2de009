import { expect, test, type Page } from "@playwright/test";
import type { FigurePart, ListedFigure } from "../lib/desk/contact-types";
import type { Desk } from "../lib/desk/desk-types";
import type { Figures } from "../lib/metrics/snapshot-types";
import { focused, throughContacts } from "./by-keyboard";
import { makeSite, removeSite, simulatorConfig, startPickup, until, type Pickup, type Site } from "./harness";
import { watchPage } from "./page-watch";
import { awaitSupervise, expectedFigures, readSupervise, type SuperviseReading } from "./supervise-page";
import { expectClean } from "./expect-clean";

let site: Site;
let pickup: Pickup;

test.use({ viewport: { width: 1280, height: 800 }, colorScheme: "light" });
test.beforeAll(async () => {
  site = await makeSite(simulatorConfig(9));
  pickup = await startPickup(site);
});
test.beforeEach(({ context }) => pickup.signIn(context));
test.afterAll(async () => {
  await pickup.stop();
  removeSite(site);
});

const isFilled = ({ revision }: SuperviseReading): boolean => revision !== null;

async function readDesk(queue: string | null, minutes: number | null): Promise<Desk> {
  const query = new URLSearchParams();
  if (queue !== null) query.set("queue", queue);
  if (minutes !== null) query.set("minutes", String(minutes));
  const response = await pickup.get(`/api/v1/boards/main/desk?${query.toString()}`);
  return (await response.json()) as Desk;
}

async function open(page: Page, search: string): Promise<void> {
  await page.goto(`${pickup.url}/supervise${search}`);
  await awaitSupervise(page, `figures at ${search}`, isFilled);
}

for (const [queue, minutes] of [
  [null, null],
  ["support", null],
  ["sales", 60],
  [null, 15],
] as const)
  test(`figures of ${queue ?? "all queues"}, ${minutes ?? "today"}, equal the desk at the same revision`, async ({
    page,
  }) => {
    const watch = watchPage(page);
    await open(page, `?${queue === null ? "" : `queue=${queue}&`}${minutes === null ? "" : `minutes=${minutes}`}`);
    const [shown, desk] = await until("page and desk at the same revision", async () => {
      const [reading, asked] = await Promise.all([readSupervise(page), readDesk(queue, minutes)]);
      return reading.revision === asked.revision.number ? ([reading, asked] as const) : null;
    });
    expect(shown.figures).toEqual(expectedFigures(desk));
    expect(shown.title).toBe({ support: "Support", sales: "Sales", all: "All queues" }[queue ?? "all"]);
    watch.expectQuiet();
  });

/** What a figure says of itself: how many contacts stand above the line, and how many only below it. */
const countsOf: Readonly<Partial<Record<ListedFigure, (desk: Desk) => readonly [number, number | null]>>> = {
  serviceLevel: ({ figures: { level } }) => [level.met, level.decided - level.met],
  answered: ({ figures }) => [figures.answered, null],
  offered: ({ figures }) => [figures.offered, null],
  answerRate: ({ figures }) => [figures.answered, endedUnanswered(figures)],
  missed: ({ figures }) => [figures.missed, null],
  missedRate: ({ figures }) => [figures.missed, figures.answered],
  speedOfAnswer: ({ figures }) => [figures.answered, null],
  handlingTime: ({ figures }) => [figures.handled, null],
  abandoned: ({ figures }) => [figures.abandoned, null],
};
const endedUnanswered = ({ abandoned, shortAbandoned, overflowed }: Figures): number =>
  abandoned - shortAbandoned + overflowed;

const PART_LABELS: Readonly<Record<string, readonly [string, string]>> = {
  serviceLevel: ["In time", "Not in time"],
  answerRate: ["Answered", "Not answered"],
  missedRate: ["Missed", "Answered"],
};

/** Scrolls to the end of the contacts until all are there, of a revision whose desk is known. */
async function countContacts(page: Page, figure: ListedFigure, part: FigurePart, expected: (desk: Desk) => number) {
  const wantedAt = new Map<number, number>();
  await until(
    `the contacts of ${figure}, ${part}, are those it counts`,
    async () => {
      await page.evaluate(() => {
        const rows = document.querySelector(".sv-contact-rows");
        if (rows !== null) rows.scrollTop = rows.scrollHeight;
      });
      const [{ contacts, revision }, desk] = await Promise.all([readSupervise(page), readDesk("support", null)]);
      const wanted = expected(desk);
      wantedAt.set(desk.revision.number, wanted);
      if (contacts === null) return null;
      if (wanted === 0 && revision === desk.revision.number) return contacts.count === 0 ? true : null;
      // Further down it is read again only now and then.
      const counted = wantedAt.get(contacts.revision ?? -1);
      if (counted === undefined || !contacts.whole || !contacts.complete) return null;
      expect(contacts.count).toBe(counted);
      return true;
    },
    45_000,
  );
}

for (const [figure, counts] of Object.entries(countsOf) as [
  ListedFigure,
  (desk: Desk) => readonly [number, number | null],
][])
  test(`the contacts behind ${figure} are exactly those it counts`, async ({ page }) => {
    test.setTimeout(120_000);
    await open(page, "?queue=support");
    await page.locator(`#sv-figure-${figure}`).click();
    const [above, below] = PART_LABELS[figure] ?? ["Counted", null];
    await page.locator(".sv-contacts label", { hasText: new RegExp(`^${above}\\b`) }).click();
    await countContacts(page, figure, "numerator", (desk) => counts(desk)[0]);
    if (below === null) return;
    await page.locator(".sv-contacts label", { hasText: new RegExp(`^${below}\\b`) }).click();
    await countContacts(page, figure, "denominator", (desk) => counts(desk)[1] ?? 0);
  });

const isThere = ({ title, contacts }: SuperviseReading): boolean => title === "Support" && contacts !== null;

test("a deep link survives reload, and back and forward lead through what was looked at", async ({ page }) => {
  const search = "?queue=support&minutes=60&figure=serviceLevel&part=denominator";
  await open(page, search);
  await awaitSupervise(page, "what the link says", isThere);
  await page.reload();
  await awaitSupervise(page, "the same after a reload", isThere);
  expect(new URL(page.url()).search).toBe(search);
  expect(await page.locator(".sv-title input:checked").evaluate((input: HTMLInputElement) => input.value)).toBe("60");

  await page.locator('a[data-queue="billing"]').click();
  await awaitSupervise(page, "another queue", ({ title }) => title === "Billing");
  await page.goBack();
  await awaitSupervise(page, "the one before", isThere);
  await page.goForward();
  await awaitSupervise(page, "the other again", ({ title }) => title === "Billing");
});

test("the agents' filter and order survive a reload, and so does who is logged out", async ({ page }) => {
  await open(page, "?agents=a&logged-out=shown&sort=name.desc");
  const filter = page.locator(".st-agents input");
  await expect(filter).toHaveValue("a");
  await filter.press("End");
  await filter.pressSequentially("r");
  const { search } = new URL(page.url());
  expect(search).toBe("?agents=ar&logged-out=shown&sort=name.desc");
  await page.reload();
  await awaitSupervise(page, "the figures again", isFilled);
  await expect(filter).toHaveValue("ar");
  await expect(page.locator("[aria-sort=descending]")).toHaveText("Name");
});

test("Escape takes the day's mark away first, then closes the contacts", async ({ page }) => {
  await open(page, "?figure=serviceLevel");
  const day = page.getByRole("slider");
  await day.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Escape");
  expect((await readSupervise(page)).contacts).not.toBeNull();
  await page.keyboard.press("Escape");
  await awaitSupervise(page, "no contacts", ({ contacts }) => contacts === null);
});

test("where the button that opened the contacts is gone, the focus goes to the figures' heading", async ({ page }) => {
  await open(page, "?figure=serviceLevel");
  await awaitSupervise(page, "the contacts", ({ contacts }) => contacts !== null);
  await page.locator(".sv-contacts-head button").focus();
  await page.evaluate(() => document.getElementById("sv-figure-serviceLevel")?.removeAttribute("id"));
  await page.keyboard.press("Escape");
  await expect(page.locator(".sv-main h1")).toBeFocused();
});

test("by keyboard alone: to a queue, a time, a figure, its contacts, and back", async ({ page }) => {
  await open(page, "");
  await page.locator('a[data-queue=""]').focus();
  await page.keyboard.press("End");
  const last = await focused(page);
  expect(new URL(page.url()).searchParams.get("queue")).toBe(last);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("s");
  expect(await focused(page)).toMatch(/^(sales|support)$/);
  await page.keyboard.press("2");
  expect(new URL(page.url()).searchParams.get("minutes")).toBe("30");
  await page.keyboard.press("4");
  expect(new URL(page.url()).searchParams.get("minutes")).toBeNull();

  await throughContacts(page);

  await page.keyboard.press("?");
  await expect(page.locator("dialog.key-list")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("dialog.key-list")).toHaveCount(0);
  expect(await focused(page)).toBe("sv-figure-serviceLevel");
});

test("a queue or a board that is not there is said so, with a way on", async ({ page }) => {
  await page.goto(`${pickup.url}/supervise?queue=nowhere`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This board has no queue “nowhere”.");
  await page.getByRole("button", { name: "See all queues" }).click();
  await awaitSupervise(page, "all queues", ({ title }) => title === "All queues");
  await page.goto(`${pickup.url}/supervise?board=nowhere`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no board “nowhere”.");
  await expect(page.getByRole("link", { name: "See all boards" })).toHaveAttribute("href", "/");
});

for (const scheme of ["light", "dark"] as const)
  for (const width of [390, 900, 1280])
    test(`axe finds nothing at ${width} px in ${scheme}, and nothing scrolls sideways`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: scheme });
      await open(page, "?queue=support");
      for (const contacts of ["closed", "open"]) {
        if (contacts === "open") await page.locator("#sv-figure-serviceLevel").click();
        await page.waitForTimeout(500);
        await expectClean(page, `contacts ${contacts}`);
        const sideways = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth - clientWidth;
        });
        expect(sideways).toBe(0);
      }
    });
