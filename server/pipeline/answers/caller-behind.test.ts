import { beforeEach, describe, expect, it } from "vitest";
import { createCalendar } from "../../../lib/calendar";
import { boardOfAll } from "../../../lib/config";
import { cursorOf } from "../../../lib/desk/contact-list";
import { type VisitNames, visitKeyOf } from "../../../lib/desk/visit-record";
import { advanceTo } from "../../../lib/metrics/advance";
import type { Fold } from "../../../lib/metrics/fold-state";
import { createScenario, instant, siteOf } from "../../../lib/testing/scenario";
import { contactId, MAIN_BOARD, queueId, sourceId } from "../../../lib/vocabulary";
import { createMemoryStore } from "../../store/memory";
import { foldBack } from "../saved-fold/fold-back";
import { createFoldSaver, type FoldSaver } from "../saved-fold/fold-saver";
import { type CallerBehind, createCallerBehind } from "./caller-behind";

const PBX = sourceId("pbx");
const ALL = boardOfAll(MAIN_BOARD, "All queues");
const SALES = { ...ALL, queueIds: [queueId("sales")] };
const SUPPORT = { ...ALL, queueIds: [queueId("support")] };
const RULES = { site: siteOf(), calendar: createCalendar("UTC", 0), sourceIds: [PBX] };

let fold: Fold;
let saver: FoldSaver;
let callerBehind: CallerBehind;

const keyOf = (contact: string, queue = "support", stay = 1): string => {
  const names: VisitNames = { sourceId: PBX, contactId: contactId(contact), queueId: queueId(queue), stay };
  return visitKeyOf(names);
};
const lineOf = (time: string, contact: string, queue?: string): string =>
  cursorOf({ arrivedAtMs: instant(time), key: keyOf(contact, queue) });

/** Ana left at 08:00, Ben left sales at the same instant, Cem waits since 10:00, Dora hides her number. */
beforeEach(async () => {
  const { at, log } = createScenario();
  at("08:00:00").offered("left", "support", "ana");
  at("08:00:00").offered("also-left", "sales", "ben");
  at("08:00:10").abandoned("left");
  at("08:00:10").abandoned("also-left", "sales");
  at("10:00:00").offered("waits", "support", "cem");
  at("10:00:01").offered("hidden", "support");
  const store = createMemoryStore();
  await store.append(log);
  const back = await foldBack(store, RULES, instant("10:30:00"));
  ({ fold } = back);
  saver = createFoldSaver({ ...RULES, store, clock: { nowMs: () => fold.nowMs }, log: () => undefined }, back);
  callerBehind = createCallerBehind({ fold, store, sourceIds: [PBX], keptUntilMs: saver.keptUntilMs });
});

describe("who called, of a contact in a list", () => {
  it("[PV20] is found for who waits, by the key of the desk and by that of a list", async () => {
    expect(await callerBehind(ALL, keyOf("waits"))).toBe("cem");
    expect(await callerBehind(SUPPORT, lineOf("10:00:00", "waits"))).toBe("cem");
    expect(await callerBehind(ALL, keyOf("hidden"))).toBeNull();
  });

  it("[PV20] is found when the contact has left memory, before and after it was saved", async () => {
    expect(fold.retired).toHaveLength(2);
    expect(await callerBehind(ALL, lineOf("08:00:00", "left"))).toBe("ana");
    await saver.save();
    expect(fold.retired).toHaveLength(0);
    expect(await callerBehind(ALL, lineOf("08:00:00", "left"))).toBe("ana");
    expect(await callerBehind(SALES, lineOf("08:00:00", "also-left", "sales"))).toBe("ben");
    expect(await callerBehind(ALL, keyOf("left"))).toBeNull();
  });

  it("[PV20] is told of no other board's contacts, wherever they stand", async () => {
    const asked = [keyOf("waits"), lineOf("10:00:00", "waits"), lineOf("08:00:00", "left")];
    for (const key of asked) expect(await callerBehind(SALES, key)).toBeNull();
    await saver.save();
    for (const key of asked) expect(await callerBehind(SALES, key)).toBeNull();
    expect(await callerBehind({ ...ALL, queueIds: [] }, keyOf("waits"))).toBeNull();
  });

  it("[PV20] is nobody where contact, queue, stay, instant or source are not all right", async () => {
    await saver.save();
    const wrong = [
      lineOf("08:00:01", "left"),
      lineOf("08:00:00", "left", "sales"),
      lineOf("08:00:00", "lefu"),
      lineOf("10:00:01", "waits"),
      keyOf("waits", "support", 2),
      keyOf("waits").replace("pbx", "other"),
      keyOf("waits").replace(",", ", "),
    ];
    for (const key of wrong) expect([key, await callerBehind(ALL, key)]).toEqual([key, null]);
    expect(await callerBehind(ALL, lineOf("08:00:00", "left"))).toBe("ana");
  });

  it("is nobody for keys that are none of ours", async () => {
    const hostile = [
      "",
      "[]",
      "{}",
      "null",
      "5",
      "~",
      "1~",
      "1~[",
      '1~["pbx"]',
      '["pbx",{},[],1]',
      "NaN~[]",
      "__proto__",
    ];
    for (const key of hostile) expect([key, await callerBehind(ALL, key)]).toEqual([key, null]);
  });

  it("[TI5] a contact that counts anew is told apart by its arrival", async () => {
    await saver.save();
    advanceTo(fold, instant("10:31:00"));
    expect(await callerBehind(ALL, lineOf("08:00:00", "waits"))).toBeNull();
  });
});
