import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../lib/calendar";
import { boardOfAll, type WindowMinutes } from "../../../lib/config";
import {
  LISTED_FIGURES,
  type ContactLine,
  type ContactsPage,
  type ContactsQuestion,
  type ListedFigure,
} from "../../../lib/desk/contact-types";
import { advanceTo, hearFrom } from "../../../lib/metrics/advance";
import { applyEvent } from "../../../lib/metrics/fold";
import type { Fold } from "../../../lib/metrics/fold-state";
import { PERIODS, sidesOfFigures } from "../../../lib/testing/behind-figures";
import { siteOf } from "../../../lib/testing/scenario";
import { MAIN_BOARD, sourceId } from "../../../lib/vocabulary";
import { entrustEvents } from "../../callers/entrust-events";
import { createMemoryVault } from "../../callers/memory-vault";
import type { BoardFeed } from "../../publish/board-feed";
import { HOUR_MS, MONDAY_MS, playDay } from "../../sources/simulator/testing/days";
import { createMemoryStore } from "../../store/memory";
import type { EventStore } from "../../store/store";
import { foldBack, type FoldedBack } from "../saved-fold/fold-back";
import { createFoldSaver, type FoldSaver } from "../saved-fold/fold-saver";
import { createContactPages } from "./contact-pages";

const SOURCE = sourceId("demo");
const office = { fromMinute: 8 * 60, toMinute: 18 * 60 };
const SITE = siteOf({ hours: { weekly: Array.from({ length: 7 }, () => [office]), closedDates: [] } });
const RULES = { site: SITE, calendar: createCalendar("UTC", 0), sourceIds: [SOURCE] };

const BOARD = boardOfAll(MAIN_BOARD, "All queues");
const vault = createMemoryVault();

type Server = { readonly fold: Fold; readonly saver: FoldSaver; readonly pages: BoardFeed["contacts"] };

async function serve(store: EventStore, nowMs: number): Promise<Server> {
  const back: FoldedBack = await foldBack(store, RULES, nowMs);
  const { fold } = back;
  const clock = { nowMs: () => fold.nowMs };
  const saver = createFoldSaver({ ...RULES, store, clock, log: (line) => expect(line).toBeNull() }, back);
  const revision = () => ({ epoch: "test", number: fold.version });
  const pages = createContactPages({ fold, store, vault, ...RULES, keptUntilMs: saver.keptUntilMs, revision });
  return { fold, saver, pages };
}

async function linesOf(pages: BoardFeed["contacts"], figure: ListedFigure, minutes: WindowMinutes | null) {
  const lines: ContactLine[] = [];
  for (let after: string | null = null; ;) {
    const question: ContactsQuestion = { queueId: null, minutes, figure, part: null, limit: 500, after };
    const page: ContactsPage | null = await pages(BOARD, question, "end");
    if (page === null) throw new Error("the board is not there");
    lines.push(...page.contacts);
    if (page.next === null) return lines;
    after = page.next;
  }
}

async function expectSame({ fold, pages }: Server): Promise<number> {
  let most = 0;
  for (const minutes of PERIODS)
    for (const figure of LISTED_FIGURES) {
      const lines = await linesOf(pages, figure, minutes);
      expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
      most = Math.max(most, lines.length);
      for (const queue of fold.queues.keys()) {
        const counted = lines.filter(({ queueId, part }) => queueId === queue && part !== "neither");
        const sides = [counted.filter(({ part }) => part === "numerator").length, counted.length];
        const where = `${figure} ${queue} ${minutes} ${new Date(fold.nowMs).toISOString()}`;
        expect([where, ...sides]).toEqual([where, ...sidesOfFigures(fold, queue, minutes).counts[figure]]);
      }
    }
  return most;
}

describe("the contacts behind the figures of a simulated day", () => {
  it("[BF1] [BF4] are the figures', saved or not, restarted, killed, or folded anew", { timeout: 60_000 }, async () => {
    const store = createMemoryStore();
    let server = await serve(store, MONDAY_MS);
    const checks = [7.5, 9.1, 11, 11.02, 14.5, 19, 23.9].map((hour) => MONDAY_MS + hour * HOUR_MS);
    let most = 0;
    const check = async (atMs: number): Promise<void> => {
      hearFrom(server.fold, SOURCE, atMs);
      advanceTo(server.fold, atMs);
      most = Math.max(most, await expectSame(server));
      // By turns: put down in peace, begun anew under other rules, saved while it goes on, killed.
      const turn = checks.length % 4;
      if (turn === 0 || turn === 2) await server.saver.save();
      if (turn === 1) await store.saveFold({ seq: 0, version: "another", text: "" }, { visits: [], replaces: null });
      if (turn !== 2) server = await serve(store, atMs);
      expect(await expectSame(server)).toBeGreaterThan(0);
    };
    for (const event of entrustEvents(vault, playDay(7, MONDAY_MS), MONDAY_MS)) {
      const [next] = checks;
      if (next !== undefined && event.atMs > next) {
        await check(next);
        checks.shift();
      }
      const [line] = await store.append([{ ...event, sourceId: SOURCE }]);
      if (line !== undefined) applyEvent(server.fold, line);
      advanceTo(server.fold, event.atMs);
    }
    expect(checks).toEqual([]);
    expect(most).toBeGreaterThan(300);
  });
});
