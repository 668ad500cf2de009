import { expect, test } from "@playwright/test";
import { fontSizeFor, type Picture } from "../../lib/legibility";
import { button, codeOn, row, TESTS, useDisplaysSite } from "./displays-site";
import { expectClean } from "../expect-clean";

const { site, open, openDesk, supervisor } = useDisplaysSite();

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

  const { displays } = site().access;
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
    await tv.goto(`${site().url}/wall`);
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
    const { displays } = site().access;
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
