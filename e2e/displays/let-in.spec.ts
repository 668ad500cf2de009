import { expect, test } from "@playwright/test";
import { DISPLAY_COOKIE, PAIRING_COOKIE } from "../../server/http/cookie-names";
import { startFakeSite } from "../fake-site";
import { makeSite, removeSite, simulatorConfig, startPickup } from "../harness";
import { watchPage } from "../page-watch";
import { awaitWall } from "../wall-page";
import { boardOn, button, codeOn, letIn, row, useDisplaysSite, WITHIN_MS } from "./displays-site";
import { expectClean } from "../expect-clean";

const { site, open, openDesk, closeBrowsers } = useDisplaysSite();

test("[AC60] [AC69] a television is let in from another browser, looked after from there, revoked, and let in again", async ({
  browser,
}) => {
  const desk = await openDesk(browser);
  const tv = await open(browser);
  const watch = watchPage(tv);
  const addresses: string[] = [];
  tv.on("request", (request) => addresses.push(request.url(), request.headers()["referer"] ?? ""));
  await expect(desk.locator(".sl-empty")).toContainText("No display is let in yet");
  await expect(desk.locator(".dp-how")).toContainText(`${site().url}/wall`);

  await tv.goto(`${site().url}/wall`);
  const code = await codeOn(tv);
  await expect(tv.locator(".pairing-where")).toHaveText(`${site().url}/settings/displays`);
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
  expect((await fetch(`${site().url}/api/v1/boards`, withOld)).status).toBe(401);
  expect((await fetch(`${site().url}/api/v1/boards/main/snapshot`, withOld)).status).toBe(401);
  expect(addresses.filter((address) => address.includes(token))).toEqual([]);

  await letIn(desk, next, "Lobby", "hall");
  await expect(boardOn(tv)).toContainText("The board", { timeout: WITHIN_MS });
  await expect(tv.locator(".tv-dots")).toBeVisible({ timeout: 15_000 });
  await expect(row(desk, "Lobby")).toContainText("Rotation");
  // What a revoked display is refused is all that it may complain of.
  watch.expectQuiet(/401|WebSocket connection to .* failed/);
});

test("[AC99] a computer whose clock is three hours fast says of a television that was just seen that it was", async ({
  browser,
}) => {
  const desk = await openDesk(browser);
  const tv = await open(browser);
  await tv.goto(`${site().url}/wall`);
  await letIn(desk, await codeOn(tv), "Hallway", "sales");
  await expect(boardOn(tv)).toContainText("The board sales", { timeout: WITHIN_MS });
  await tv.close();
  await desk.clock.install({ time: Date.now() + 3 * 3_600_000 });
  await desk.reload();
  await expect(row(desk, "Hallway")).toContainText("Last seen now");
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
    await closeBrowsers();
    await demo.stop();
  }
});
