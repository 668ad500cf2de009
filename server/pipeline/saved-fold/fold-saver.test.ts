import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../lib/calendar";
import { boardOfAll } from "../../../lib/config";
import type { VisitRecord } from "../../../lib/desk/visit-record";
import { advanceTo } from "../../../lib/metrics/advance";
import { createScenario, instant, siteOf } from "../../../lib/testing/scenario";
import { contactId, MAIN_BOARD, sourceId } from "../../../lib/vocabulary";
import { createMemoryVault } from "../../callers/memory-vault";
import { createMemoryStore } from "../../store/memory";
import type { EventStore } from "../../store/store";
import { answeredVisit } from "../../store/testing/visits-contract";
import { createContactPages } from "../answers/contact-pages";
import { foldBack } from "./fold-back";
import { createFoldSaver } from "./fold-saver";

const PBX = sourceId("pbx");
const RULES = { site: siteOf({ queues: [{ id: "support" }] }), calendar: createCalendar("UTC", 0), sourceIds: [PBX] };
const WHOLE = { sourceIds: [PBX], queueIds: null, fromMs: 0, toMs: instant("23:59:59"), after: null, limit: 1_000 };

/** A log of three calls: `early` at 08:00 and `late` at 10:00, both left after 10 s, and `waits` at 10:00. */
async function written(): Promise<EventStore> {
  const { at, log } = createScenario();
  at("08:00:00").offered("early");
  at("08:00:10").abandoned("early");
  at("10:00:00").offered("late");
  at("10:00:10").abandoned("late");
  at("10:00:10").offered("waits");
  const store = createMemoryStore();
  await store.append(log);
  return store;
}

async function serve(store: EventStore, time: string) {
  const back = await foldBack(store, RULES, instant(time));
  const { fold } = back;
  const said: string[] = [];
  const clock = { nowMs: () => fold.nowMs };
  const saver = createFoldSaver({ ...RULES, store, clock, log: (line) => said.push(line) }, back);
  const { keptUntilMs } = saver;
  const pages = createContactPages({
    fold,
    store,
    vault: createMemoryVault(),
    ...RULES,
    keptUntilMs,
    revision: () => ({ epoch: "e", number: 1 }),
  });
  const listed = async (): Promise<readonly string[]> => {
    const asked = { queueId: null, minutes: null, figure: "offered", part: null, limit: 500, after: null } as const;
    const page = await pages(boardOfAll(MAIN_BOARD, "All queues"), asked, "end");
    return (page?.contacts ?? []).map((line) => line.contactId);
  };
  const kept = async () => namesOf(await store.readVisits(WHOLE));
  return { fold, saver, said, listed, kept, passTo: (to: string) => advanceTo(fold, instant(to)) };
}
const namesOf = (visits: readonly VisitRecord[]): readonly string[] => visits.map((visit) => visit.contactId);

describe("putting the fold down", () => {
  it("[BF4] visits leave memory two hours after they were heard of, wait for the save, and go with it", async () => {
    const { fold, saver, listed, kept, passTo } = await serve(await written(), "10:30:00");
    expect(namesOf(fold.retired)).toEqual(["early"]);
    expect(await kept()).toEqual([]);
    await saver.save();
    expect(fold.retired).toEqual([]);
    expect(await kept()).toEqual(["early"]);
    passTo("12:00:10");
    expect(fold.retired).toEqual([]);
    passTo("12:01:00");
    expect(namesOf(fold.retired)).toEqual(["late"]);
    expect(await listed()).toEqual(["waits", "late", "early"]);
  });

  it("[BF4] a silent source's visits are saved too", async () => {
    const { saver, kept, passTo } = await serve(await written(), "10:30:00");
    await saver.save();
    passTo("12:01:00");
    await saver.save();
    expect(await kept()).toEqual(["late", "early"]);
  });

  it("[BF4] what the store refuses stays in memory and is kept the next time; it is not asked again for every line", async () => {
    const store = await written();
    let refusals = 1;
    const saveFold: EventStore["saveFold"] = async (...given) => {
      if (refusals > 0) {
        refusals -= 1;
        throw new Error("disk full");
      }
      return store.saveFold(...given);
    };
    const { fold, saver, said, kept } = await serve({ ...store, saveFold }, "10:30:00");
    await saver.save();
    expect(said).toEqual(["The fold could not be saved: Error: disk full"]);
    fold.seq += 20_000;
    await saver.saveIfMuch();
    expect([namesOf(fold.retired), await kept()]).toEqual([["early"], []]);
    await saver.save();
    expect([namesOf(fold.retired), await kept()]).toEqual([[], ["early"]]);
  });

  it("[BF4] a fold begun anew neither shows nor keeps what another fold kept of its day", async () => {
    const store = await written();
    const stale = answeredVisit("stale", 0, { arrivedAtMs: instant("07:00:00") });
    const older = answeredVisit("older", 0, { arrivedAtMs: instant("07:00:00", "2026-11-20") });
    const visits = [stale, older];
    await store.saveFold({ seq: 5, version: "other rules", text: "" }, { visits, replaces: null });
    const { saver, listed, kept } = await serve(store, "10:30:00");
    expect(await listed()).toEqual(["waits", "late", "early"]);
    await saver.save();
    expect(await listed()).toEqual(["waits", "late", "early"]);
    expect(await kept()).toEqual(["early", "older"]);
  });

  it("[BF6] a visit that is saved while its page is read stands there once", async () => {
    const store = await written();
    let saveNow: (() => Promise<void>) | null = null;
    const readVisits: EventStore["readVisits"] = async (query) => {
      await saveNow?.();
      return store.readVisits({ ...query, toMs: WHOLE.toMs });
    };
    const { saver, listed, kept } = await serve({ ...store, readVisits }, "10:30:00");
    saveNow = saver.save;
    expect(await listed()).toEqual(["waits", "late", "early"]);
    expect(await kept()).toEqual(["early"]);
  });

  it("[BF4] visits are kept for 400 days, looked at once a day", async () => {
    const store = await written();
    const dayMs = 86_400_000;
    const nowMs = instant("10:30:00");
    const aged = (contact: string, ageMs: number) => answeredVisit(contact, 0, { arrivedAtMs: nowMs - ageMs });
    const visits = [aged("kept", 400 * dayMs), aged("gone", 400 * dayMs + 1)];
    await store.saveFold({ seq: 0, version: "none", text: "" }, { visits, replaces: null });
    const { fold, saver, kept } = await serve(store, "10:30:00");
    await saver.forgetOld();
    expect(await kept()).toEqual(["kept"]);
    fold.nowMs += dayMs - 1;
    await saver.forgetOld();
    expect(await kept()).toEqual(["kept"]);
    fold.nowMs += 1;
    await saver.forgetOld();
    expect(await kept()).toEqual([]);
  });

  it("[BF4] more old visits than are forgotten at once go with the next saves of the same day", async () => {
    const store = await written();
    const nowMs = instant("10:30:00");
    const tooOld = nowMs - 400 * 86_400_000 - 1;
    const visits = Array.from({ length: 40_001 }, (_, n) => answeredVisit(`v${n}`, 0, { arrivedAtMs: tooOld }));
    await store.saveFold({ seq: 0, version: "none", text: "" }, { visits, replaces: null });
    const { fold, saver } = await serve(store, "10:30:00");
    const left = async () => (await store.readVisits({ ...WHOLE, limit: 100_000 })).length;
    const leftAfterEach: number[] = [];
    for (let minute = 0; minute < 4; minute += 1) {
      await saver.forgetOld();
      leftAfterEach.push(await left());
      fold.nowMs += 60_000;
    }
    expect(leftAfterEach).toEqual([20_001, 1, 0, 0]);
  });

  it("[BF2] who left memory without an end talks no more: how long nobody knows", async () => {
    const { at, fold } = createScenario();
    at("08:00:00").offered("c1");
    at("08:00:10").answered("c1");
    at("20:00:10").board();
    expect(fold.retired).toEqual([]);
    at("20:01:10").board();
    expect(fold.retired).toMatchObject([{ contactId: contactId("c1"), talking: false, talkMs: null, waitMs: 10_000 }]);
  });
});
