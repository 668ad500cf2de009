import { expect, test } from "vitest";
import type { RecoveryFigures } from "../../../lib/recovery/recovery-types";
import { NOBODY_MISSED } from "../../../lib/recovery/figures";
import { sampleSnapshot } from "../../../lib/testing/board-samples";
import { LANGUAGES } from "../../../lib/words/language";
import { loadWallWords, type WallLexicon } from "../../../lib/words/load/wall";
import { judgeBoard } from "../../shared/board/judge-board";
import type { TileContent } from "../hero/content";
import { contentsOf } from "../hero/contents";
import { textOf } from "../hero/told";
import { factLinesThatFit, toldPx } from "./tile-width";

const LETTERS = { labelPx: 40, figurePx: 50 };
const sample = sampleSnapshot("tiles", 1);
const contacts = { ...sample.contacts, offered: 25, answered: 13, missed: 10 };

function missedOf(recoveries: Partial<RecoveryFigures>, words: WallLexicon): TileContent["facts"] {
  const snapshot = { ...sample, contacts, recoveries: { ...NOBODY_MISSED, ...recoveries } };
  const judged = judgeBoard(snapshot, [], true);
  return contentsOf({ snapshot, rows: [], heard: true, judged }, words).get("missed")?.facts ?? [];
}
const SOME = { open: 5, missed: 9, recoveredInTime: 4 };
const LATE = { ...SOME, open: 38, overdue: 35 };
const english = await loadWallWords.en();
const linesOf = (recoveries: Partial<RecoveryFigures>, widthPx: number, atMost: number) =>
  factLinesThatFit(missedOf(recoveries, english), widthPx, LETTERS, atMost).map((line) => line.map(textOf).join(" · "));

test("[RE6] what the missed are of stands next to them, who is to be called back after it", () => {
  expect(linesOf({ open: 5 }, 400, 2)).toEqual(["of 25 contacts", "5 to call back"]);
  expect(linesOf({ open: 5 }, 700, 1)).toEqual(["of 25 contacts · 5 to call back"]);
  expect(linesOf(SOME, 1_200, 2)).toEqual(["of 25 contacts · 5 to call back · 4 of 9 won back in time"]);
  expect(linesOf({}, 400, 2)).toEqual(["of 25 contacts"]);
});

test("[RE6] where there is room for one of them only, it is who is to be called back", () => {
  expect(linesOf({ open: 5 }, 400, 1)).toEqual(["5 to call back"]);
  expect(linesOf(LATE, 620, 1)).toEqual(["38 to call back, 35 overdue"]);
});

test("[RE6] in every language and width no fact is wider than its place, and none stands before what the missed are of", async () => {
  for (const language of LANGUAGES) {
    const words = await loadWallWords[language]();
    for (const recoveries of [{}, { open: 5 }, SOME, LATE, { ...SOME, open: 0 }])
      for (const atMost of [1, 2])
        for (let widthPx = 150; widthPx < 1_400; widthPx += 25) {
          const lines = factLinesThatFit(missedOf(recoveries, words), widthPx, LETTERS, atMost);
          const at = lines.flat().findIndex(({ tone }) => tone === "base");
          expect([language, widthPx, at]).toEqual([language, widthPx, at === -1 ? -1 : 0]);
          expect(lines.length).toBeLessThanOrEqual(atMost);
          for (const line of lines) {
            const joined = { says: line.map(textOf).join(" · "), values: {} };
            const figuresPx = line.reduce(
              (sum, told) => sum + toldPx(told, LETTERS) - toldPx({ says: textOf(told), values: {} }, LETTERS),
              0,
            );
            expect(toldPx(joined, LETTERS) + figuresPx).toBeLessThanOrEqual(widthPx + 0.001);
          }
        }
  }
});
