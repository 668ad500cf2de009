import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom, type Random } from "../../sources/simulator/random";
import { ANNA, DAY_MS, type DisplayOffice, MINUTE_MS, openDisplayOffice, SECOND_MS } from "./testing/display-office";

const DAYS = 365;
const LONGEST_ABSENCE_DAYS = 89;

/** A browser with its cookie: on the screen, and on the disk, where it gets a little later. */
type Browser = { cookie: string; disk: string };

test("[AC65] a television's year: whenever the power goes, it never has to be touched; withdrawn, none of its tokens is good", () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const office = openDisplayOffice();
      try {
        liveAYear(office, createRandom(`television ${seed}`));
      } finally {
        office.close();
      }
    }),
    { numRuns: 12, seed: 4_711 },
  );
});

function liveAYear(office: DisplayOffice, random: Random): void {
  const { id, token } = office.paired("Lobby");
  const issued = [token];
  const browser: Browser = { cookie: token, disk: token };
  let onAtMs = 0;
  const goodOf = (tokens: readonly string[]) => tokens.filter((one) => office.displays().displayByToken(one) !== null);

  /** As a page does when it starts: it shows its token, and gets the next one when it is time. */
  const ask = (): string | null => {
    const display = office.displays().displayByToken(browser.cookie);
    if (display?.displayId !== id) throw new Error(`somebody has to touch it after ${onAtMs / DAY_MS} days`);
    office.displays().seen(id, "10.0.0.50");
    const next = office.displays().renew(browser.cookie);
    if (next !== null) issued.push(next);
    return next;
  };
  const start = (): void => {
    browser.cookie = browser.disk;
    // Two requests under way at once, their answers in any order.
    const answers = random.chance(0.3) ? [ask(), ask()] : [ask()];
    if (random.chance(0.5)) answers.reverse();
    for (const answer of answers) {
      // The power goes between the server's answer and the browser's keeping it.
      if (answer !== null && !random.chance(0.3)) browser.cookie = answer;
    }
    // Or after the page has used it, before it stands on the disk.
    const used = random.chance(0.5);
    if (used) ask();
    if (random.chance(0.7)) browser.disk = browser.cookie;
  };

  while (onAtMs < DAYS * DAY_MS) {
    office.at(onAtMs);
    if (random.chance(0.05)) office.restart();
    if (random.chance(0.1)) office.displays().tidy();
    start();
    if (goodOf(random.chance(0.02) ? issued : issued.slice(-6)).length > 2)
      throw new Error("more than the present token and the one before are good");
    onAtMs += nextStartMs(random);
  }

  office.at(onAtMs - DAY_MS);
  expect(goodOf(issued).length).toBeGreaterThan(0);
  expect(office.displays().revoke(id, ANNA)).toBe(true);
  expect(goodOf(issued)).toEqual([]);
  expect(issued.map((one) => office.displays().renew(one)).filter((one) => one !== null)).toEqual([]);
  expect(issued.length).toBeGreaterThan(50);
}

/** Mostly the next morning; after a power cut within minutes; sometimes after a holiday. */
function nextStartMs(random: Random): number {
  if (random.chance(0.3)) return random.betweenMs(5 * SECOND_MS, 5 * MINUTE_MS);
  if (random.chance(0.01)) return random.betweenMs(10 * DAY_MS, LONGEST_ABSENCE_DAYS * DAY_MS);
  return random.betweenMs(DAY_MS / 2, 1.5 * DAY_MS);
}
