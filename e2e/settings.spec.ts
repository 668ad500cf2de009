import { type BrowserContextOptions, expect, test, type Locator, type Page } from "@playwright/test";
import type { AuditPage } from "../lib/access/access-types";
import { systemClock } from "../server/clock";
import { ingestTokenOf } from "./alert-site";
import { expectClean } from "./expect-clean";
import { makeSite, type Pickup, removeSite, type Site, startPickup, toldConfig } from "./harness";
import { tellEvents } from "./tell-events";

const PASSWORD = "four purple chairs sing";
const AT_ONCE_MS = 5_000;

// What fades in has no contrast while it does.
const CALM: BrowserContextOptions = { reducedMotion: "reduce", viewport: { width: 1280, height: 800 } };
test.use({ contextOptions: CALM, viewport: { width: 1280, height: 800 } });

let site: Site;
let token = "";
let pickup: Pickup;
test.beforeAll(async () => {
  site = await makeSite(toldConfig());
  token = await ingestTokenOf(site.folder);
  pickup = await startPickup(site);
});
test.afterAll(async () => {
  await pickup.stop();
  removeSite(site);
});

/** What happens to a caller of Sales. */
const tell = (type: string, atMs: number, contact: { readonly contactId: string; readonly [name: string]: unknown }) =>
  tellEvents(site.url, token, [
    { id: `${type} ${contact.contactId}`, type, atMs, data: { queueId: "sales", ...contact } },
  ]);

const heading = (page: Page, name: string): Locator => page.getByRole("heading", { level: 1, name });
const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });

async function openAsAdministrator(page: Page, path: string, title: string): Promise<void> {
  await pickup.signIn(page);
  await page.goto(`${site.url}${path}`);
  await expect(heading(page, title)).toBeVisible();
  await expect(page).toHaveTitle(`${title} · Settings · Acme Support · Pickup`);
  await expect(page.locator(".st-site")).toHaveText("Acme Support");
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.keyboard.press("Enter");
}

/** A person is let in on the page of the settings that the administrator has open. */
async function addPerson(page: Page, name: string, role: string, queues: readonly string[]): Promise<void> {
  await button(page, "Add a person").click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("radio", { name: role }).check();
  for (const queue of queues) await page.getByRole("checkbox", { name: queue, exact: true }).check();
  await page.getByLabel("First password", { exact: true }).fill(PASSWORD);
  await button(page, "Add").click();
  await expect(page.getByText(`${name} can sign in now.`)).toBeVisible();
}

const trail = async (): Promise<AuditPage> => (await (await pickup.get("/api/v1/audit-trail")).json()) as AuditPage;

/** The queues that a supervisor's page lists, beside all of them. */
const queuesOn = async (page: Page): Promise<readonly string[]> =>
  (await page.locator("a[data-queue]:visible").evaluateAll((all) => all.map((each) => each.getAttribute("data-queue"))))
    .flatMap((id) => (id === null || id === "" ? [] : id))
    .sort();
/** Sooner or later, whether the page loads anew meanwhile or not. */
const expectQueues = (page: Page, ids: readonly string[]): Promise<void> =>
  expect(async () => expect(await queuesOn(page)).toEqual(ids)).toPass({ timeout: 20_000 });

test("[AC43] a lead who becomes a supervisor loses the open page at once, and comes back to what he may see", async ({
  page,
  browser,
}) => {
  await openAsAdministrator(page, "/settings/accounts", "People");
  await expect(page.getByText("Ada Admin").first()).toBeVisible();
  await expectClean(page);
  await button(page, "Add a person").click();
  await button(page, "Add").click();
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await expect(page.getByText("Choose at least one queue.")).toBeVisible();
  await expectClean(page);
  await page.keyboard.press("Escape");
  await expect(button(page, "Add a person")).toBeFocused();
  await addPerson(page, "Lea", "Team lead", ["Sales"]);

  const leads = await browser.newContext(CALM);
  const lead = await leads.newPage();
  const sockets = { open: 0 };
  lead.on("websocket", (socket) => {
    if (!socket.url().includes("/socket")) return;
    sockets.open += 1;
    socket.on("close", () => (sockets.open -= 1));
  });
  await lead.goto(`${site.url}/supervise`);
  await signIn(lead, "Lea");
  await expectQueues(lead, ["sales"]);
  await expect.poll(() => sockets.open).toBe(1);

  await button(page, "Change: Lea").click();
  await expect(page.getByText("Nothing is changed yet.")).toBeVisible();
  await page.getByRole("radio", { name: "Supervisor" }).check();
  await expect(page.getByText("Saving signs Lea out everywhere at once.")).toBeVisible();
  await expectClean(page);
  await button(page, "Save").click();
  await expect(page.getByText("Saved. Lea is signed out everywhere.")).toBeVisible();
  await expect.poll(() => sockets.open, { timeout: AT_ONCE_MS }).toBe(0);
  await expect(heading(lead, "You were signed out")).toBeVisible({ timeout: AT_ONCE_MS });
  await expect(lead.locator("a[data-queue]").first()).toBeHidden();

  await lead.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await lead.keyboard.press("Enter");
  await expectQueues(lead, ["billing", "priority", "sales", "support"]);
  const caller = { number: "+49 30 23125 009", name: null };
  await tell("contact.offered", systemClock.nowMs(), { contactId: "waiting", caller });
  await expect(lead.locator(".st-waiting .sc-masked")).toHaveText("•••5009");
  await expect(lead.getByRole("button", { name: "Show number" })).toHaveCount(0);
  await button(lead, "Account: Lea").click();
  await button(lead, "Sign out").click();
  await expect(heading(lead, "Sign in")).toBeVisible();

  await button(page, "Disable: Lea").click();
  await expect(button(page, "Cancel")).toBeFocused();
  await expectClean(page);
  await page.keyboard.press("Escape");
  await expect(button(page, "Disable: Lea")).toBeFocused();
  await page.keyboard.press("Enter");
  await button(page, "Disable Lea").click();
  await expect(page.getByText("Lea is disabled and signed out everywhere.")).toBeVisible();
  await signIn(lead, "Lea");
  await expect(lead.getByRole("alert").filter({ hasText: "do not go together" })).toBeVisible();
  await leads.close();

  const acts = (await trail()).lines.filter(({ subject }) => subject === "Lea").map(({ act }) => act);
  expect(acts.filter((act) => act.startsWith("account-"))).toEqual([
    "account-disabled",
    "account-changed",
    "account-created",
  ]);
});

test("the last administrator stays one", async ({ page }) => {
  await openAsAdministrator(page, "/settings/accounts", "People");
  await button(page, "Disable: Ada Admin").click();
  await button(page, "Disable Ada Admin").click();
  await expect(page.getByRole("alert").filter({ hasText: "is the only administrator" })).toBeVisible();
  await expect(button(page, "Account: Ada Admin")).toBeVisible();
});

test("[AC80] [AC81] a token is shown once, does what it is for, and nothing after it is revoked", async ({ page }) => {
  const ask = async (path: string, secret: string): Promise<number> =>
    (await fetch(`${site.url}${path}`, { headers: { authorization: `Bearer ${secret}` } })).status;
  await openAsAdministrator(page, "/settings/tokens", "Tokens");
  await button(page, "Create a token").click();
  await page.getByLabel("Name", { exact: true }).fill("Grafana");
  await page.getByRole("radio", { name: "Metrics" }).check();
  await expect(page.getByText(`curl -H "Authorization: Bearer …" ${site.url}/metrics`)).toBeVisible();
  await expectClean(page);
  await button(page, "Create").click();
  await expect(page.getByRole("heading", { name: "The token Grafana" })).toBeFocused();
  await expectClean(page);
  const secret = (await page.locator(".sl-secret .copy code").textContent()) ?? "";
  expect(await ask("/metrics", secret)).toBe(200);
  expect(await ask("/api/v1/boards", secret)).toBe(403);
  await button(page, "I have it").click();
  expect(await page.content()).not.toContain(secret);
  await button(page, "Revoke: Grafana").click();
  await button(page, "Revoke Grafana").click();
  await expect(page.getByText("Grafana is revoked.")).toBeVisible();
  expect(await ask("/metrics", secret)).toBe(401);
});

/** Who call Sales one after another, and are answered. */
const NUMBERS = ["+49 30 23125 001", "+49 30 23125 002", "+49 30 23125 003"];

async function answerCallers(): Promise<void> {
  for (const [index, number] of NUMBERS.entries()) {
    const atMs = systemClock.nowMs() - (NUMBERS.length - index) * 10_000;
    // One after another, as they called.
    // oxlint-disable-next-line no-await-in-loop
    await tell("contact.offered", atMs, { contactId: `call-${index}`, caller: { number, name: null } });
    // oxlint-disable-next-line no-await-in-loop
    await tell("contact.answered", atMs + 5_000, { contactId: `call-${index}`, agentId: "ada" });
  }
}

test("[PV6] numbers are shown one at a time, by keyboard too, and each showing stands in the audit trail", async ({
  page,
}) => {
  await answerCallers();
  await pickup.signIn(page);
  await page.goto(`${site.url}/supervise?figure=answered&part=numerator`);
  const rows = page.locator(".sv-contacts .st-row");
  await expect(rows.locator(".sc-masked")).toHaveText(["•••5003", "•••5002", "•••5001"]);
  const shown = page.locator(".sc-digits");
  await rows.first().focus();
  await page.keyboard.press("Tab");
  await expect(rows.first().getByRole("button", { name: "Show number" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(shown).toHaveText(/^\+493023125003$/);
  await expectClean(page);
  const number = (await shown.textContent()) ?? "";
  await rows.nth(2).getByRole("button", { name: "Show number" }).click();
  await expect(shown).toHaveCount(1);
  await expect(rows.first().locator(".sc-digits")).toHaveCount(0);
  await expect(rows.nth(2).locator(".sc-digits")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(shown).toHaveCount(0);
  await expect(page.locator(".sv-contacts")).toBeVisible();
  expect(await page.content()).not.toContain(number);

  const lines = (await trail()).lines.filter(({ act }) => act === "number-shown");
  expect(lines).toHaveLength(2);
  expect(lines.map(({ actor }) => actor.name)).toEqual(["Ada Admin", "Ada Admin"]);
  expect(JSON.stringify(lines)).not.toContain(number);
  await page.goto(`${site.url}/settings/audit-trail`);
  await expect(page.getByText("Intact: each line follows from the one before.")).toBeVisible();
  await page.getByLabel("Show", { exact: true }).selectOption("Number shown");
  await expect(page.locator("tr[data-act]")).toHaveCount(2);
  await expectClean(page);
  await page.getByLabel("Show", { exact: true }).selectOption("Caller erased");
  await expect(page.getByText("Nothing of it among the lines shown.")).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export as NDJSON" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("pickup-audit-trail.ndjson");
});
