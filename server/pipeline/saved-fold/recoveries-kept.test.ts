import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../lib/calendar";
import type { RecoveryAct } from "../../../lib/events";
import { holderAt } from "../../../lib/recovery/book/derive";
import { recoveriesIn } from "../../../lib/recovery/figures";
import { createScenario, instant, siteOf, type ScenarioOptions } from "../../../lib/testing/scenario";
import { PEOPLE, type SourceId, sourceId } from "../../../lib/vocabulary";
import { createMemoryStore } from "../../store/memory";
import type { EventStore } from "../../store/store";
import { foldBack, type FoldRules } from "./fold-back";
import { createFoldSaver } from "./fold-saver";

const PBX = sourceId("pbx");
const ADA = { accountId: "a1", name: "Ada" };
const FRIDAY = "2026-11-20";
const SUNDAY = "2026-11-29";

const rulesOf = (options: ScenarioOptions = {}, sourceIds: readonly SourceId[] = [PBX]): FoldRules => ({
  site: siteOf(options),
  calendar: createCalendar("UTC", 0),
  sourceIds,
});

/** Zoe was missed on a Friday, and Ada has her. */
async function missedOnFriday(): Promise<EventStore> {
  const { at, log, missedKey } = createScenario();
  at("16:00:00", FRIDAY).offered("c1", "support", "zoe");
  at("16:01:00", FRIDAY).abandoned("c1");
  const store = createMemoryStore();
  await store.append(log);
  const claimed: RecoveryAct = { type: "recovery.claimed", missedKey: missedKey("c1"), by: ADA };
  const atMs = instant("16:05:00", FRIDAY);
  await store.append([{ sourceId: PEOPLE, sourceKey: "act", atMs, receivedAtMs: atMs, event: claimed }]);
  return store;
}

async function foldedAt(store: EventStore, rules: FoldRules, nowMs: number) {
  const back = await foldBack(store, rules, nowMs);
  const saver = createFoldSaver({ ...rules, store, clock: { nowMs: () => nowMs }, log: () => undefined }, back);
  const recoveries = [...recoveriesIn(back.fold.recoveries, null)];
  return { fold: back.fold, recoveries, save: saver.save };
}

describe("who was missed outlives the day", () => {
  it("[RE4] claims stand in the log: folded anew, the same person holds it for as long", async () => {
    const { recoveries } = await foldedAt(await missedOnFriday(), rulesOf(), instant("16:10:00", FRIDAY));
    const [recovery] = recoveries;
    const holder = (time: string) => recovery && holderAt(recovery, instant(time, FRIDAY))?.by.name;
    expect([holder("16:19:59"), holder("16:20:00")]).toEqual(["Ada", undefined]);
  });

  it("[RE1] a fold that is begun anew under other hours knows whom nobody called, nine days later too", async () => {
    const store = await missedOnFriday();
    await (await foldedAt(store, rulesOf(), instant("17:00:00", FRIDAY))).save();
    const office = { weekly: Array.from({ length: 7 }, () => [{ fromMinute: 540, toMinute: 1_020 }]), closedDates: [] };
    const { recoveries } = await foldedAt(store, rulesOf({ hours: office }), instant("12:00:00", SUNDAY));
    expect(recoveries).toMatchObject([{ caller: "zoe", end: null, dueAtMs: instant("10:01:00", "2026-11-21") }]);
  });

  it("[RE1] where no book was saved, the last week is folded for it", async () => {
    const store = await missedOnFriday();
    const within = await foldedAt(store, rulesOf(), instant("12:00:00", "2026-11-26"));
    const beyond = await foldedAt(store, rulesOf(), instant("12:00:00", SUNDAY));
    expect([within.recoveries.length, beyond.recoveries.length]).toEqual([1, 0]);
  });

  it("[RE1] callers of a source that is not configured any more are nobody's here, and come back with it", async () => {
    const store = await missedOnFriday();
    await (await foldedAt(store, rulesOf(), instant("17:00:00", FRIDAY))).save();
    const other = await foldedAt(store, rulesOf({}, [sourceId("simulator")]), instant("18:00:00", FRIDAY));
    expect([other.recoveries, [...other.fold.queues.keys()]]).toEqual([[], []]);
    await other.save();
    const again = await foldedAt(store, rulesOf(), instant("19:00:00", FRIDAY));
    expect(again.recoveries).toMatchObject([{ caller: "zoe", end: null }]);
  });
});
