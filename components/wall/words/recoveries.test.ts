import { expect, it } from "vitest";
import { createScenario, instant } from "../../../lib/testing/scenario";
import { NOBODY_MISSED } from "../../../lib/recovery/figures";
import type { RecoveryFigures } from "../../../lib/recovery/recovery-types";
import { sampleSnapshot } from "../../../lib/testing/board-samples";
import { wallWords as words } from "../../../lib/words/en/wall/words";
import { wallWords as german } from "../../../lib/words/de/wall/words";
import { boardOfAll } from "../../../lib/config";
import { buildSnapshot } from "../../../lib/metrics/snapshot";
import { MAIN_BOARD } from "../../../lib/vocabulary";
import { siteClock } from "../../shared/time/site-clock";
import { recoveryFacts } from "../hero/facts";
import type { ContentInput } from "../hero/content";
import { calmWords } from "./calm-words";

const clock = siteClock("UTC", words.formats);
const bare = sampleSnapshot("recoveries", 1);
const boardWith = (recoveries: Partial<RecoveryFigures>) => ({
  ...bare,
  total: { ...bare.total, today: { ...bare.total.today, goalMet: null }, quarters: {} },
  queues: [],
  recoveries: { ...NOBODY_MISSED, ...recoveries },
});
const facts = (recoveries: Partial<RecoveryFigures>) =>
  recoveryFacts(boardWith(recoveries) as unknown as ContentInput, words).map((wordings) =>
    wordings.map(({ says, values }) =>
      says.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values?.[name] ?? "?")),
    ),
  );

it("[RE6] under the missed: who is to be called back, overdue ones too, and who was won back in time", () => {
  expect(facts({})).toEqual([]);
  expect(facts({ open: 12, missed: 20, recoveredInTime: 7 })).toEqual([
    ["12 to call back"],
    ["7 of 20 won back in time"],
  ]);
  expect(facts({ open: 12, overdue: 3 })).toEqual([["12 to call back, 3 overdue", "12 to call back"]]);
});

it("[RE6] when nothing is wrong the team's calls won back take their turn", () => {
  expect(calmWords(boardWith({ wonBack: 14, quickestMs: 185_000 }), clock, words)).toEqual([
    ["14 calls won back today, quickest in 3:05", "14 calls won back today"],
  ]);
  expect(calmWords(boardWith({ wonBack: 1, quickestMs: 60_000 }), clock, german)).toEqual([
    ["Heute 1 Anruf zurückgewonnen, am schnellsten in 1:00", "Heute 1 Anruf zurückgewonnen"],
  ]);
});

it("[RE7] what missed calls cost stands on a board that asks for it, as an estimate; on no other", () => {
  const cost = {
    currency: "EUR",
    orderValue: 80,
    conversionRatio: { low: 0.1, high: 0.5 },
    lifetimeValue: 0,
    churnRatio: { low: 0, high: 0 },
  };
  const { at, fold } = createScenario({ recovery: { cost } });
  for (const contact of ["c1", "c2", "c3"]) at("09:00:00").refused(contact, "full");
  at("09:30:00").board();
  const on = (missedCost: boolean) =>
    buildSnapshot(
      fold,
      {
        board: { ...boardOfAll(MAIN_BOARD, "All"), missedCost },
        revision: { epoch: "test", number: 1 },
        sources: [],
      },
      null,
    );
  expect(on(false).missedCost).toBeNull();
  expect(on(true).missedCost).toEqual({ currency: "EUR", low: 24, high: 120 });
  expect(on(true).asOfMs).toBe(instant("09:30:00"));
  expect(calmWords({ ...boardWith({}), missedCost: on(true).missedCost }, clock, words)).toEqual([
    ["What missed calls cost today: 24–120 EUR, an estimate", "Missed calls: 24–120 EUR (estimate)"],
  ]);
});
