import { expect, test } from "vitest";
import { subjectOf } from "../../notify/channel";
import type { NewOutboxRow } from "../../notify/outbox/outbox";
import { fired, missedNews, NINE_MS, resolved, someCaller, somePast } from "../../notify/testing/some-news";
import { forgetOld } from "./forget-old";
import { type AlertStore, openAlerts } from "./open-alerts";

const DAY_MS = 86_400_000;

function openStore(): AlertStore {
  const opened = openAlerts(":memory:");
  if (opened.kind === "refused") throw new Error(opened.message);
  return opened.store;
}
const to = (...news: readonly NewOutboxRow["news"][]): NewOutboxRow[] =>
  news.map((one) => ({ channelId: "leads", news: one }));

test("[AL47] what is over is kept for 400 days: the moment before, itself, after", () => {
  const store = openStore();
  const past = somePast("a");
  store.past.add(past);
  const kept = (nowMs: number): number => {
    forgetOld(store, nowMs);
    return store.past.page(null, 10).length;
  };
  const { resolvedAtMs } = past;
  expect([
    kept(resolvedAtMs + 400 * DAY_MS - 1),
    kept(resolvedAtMs + 400 * DAY_MS),
    kept(resolvedAtMs + 400 * DAY_MS + 1),
  ]).toEqual([1, 1, 0]);
  store.close();
});

test("[AL47] what became of messages is forgotten after 30 days, of alerts that are over; what waits is not", async () => {
  const store = openStore();
  const rows = async () => {
    const due = await store.outbox.due("leads", NINE_MS + 1_000 * DAY_MS, 100);
    return due.kind === "rows" ? due.rows.map(({ news }) => subjectOf(news)) : [];
  };
  store.outbox.add(to(fired("over"), resolved("over"), fired("stands")), NINE_MS);
  const due = await store.outbox.due("leads", NINE_MS, 2);
  await store.outbox.delivered(due.kind === "rows" ? due.rows.map(({ id }) => id) : [], NINE_MS);
  store.past.add(somePast("over"));
  forgetOld(store, NINE_MS + 31 * DAY_MS);
  expect(await rows()).toEqual(["stands"]);
  // Forgotten, it would be told anew; but its id is never given again.
  store.outbox.add(to(fired("over")), NINE_MS + 31 * DAY_MS);
  expect(await rows()).toEqual(["stands", "over"]);

  const next = await store.outbox.due("leads", NINE_MS + 31 * DAY_MS, 1);
  await store.outbox.delivered(next.kind === "rows" ? next.rows.map(({ id }) => id) : [], NINE_MS);
  forgetOld(store, NINE_MS + 300 * DAY_MS);
  // It fires still: that it was told is known when it ends.
  store.outbox.add(to(resolved("stands")), NINE_MS + 300 * DAY_MS);
  expect(await rows()).toEqual(["over", "stands"]);
  store.close();
});

test("[AL47] what was told of missed callers is forgotten after 30 days; what waits is not", async () => {
  const store = openStore();
  store.outbox.add(to(missedNews("m1", [someCaller("zoe")]), missedNews("m2", [someCaller("max")])), NINE_MS);
  const due = await store.outbox.due("leads", NINE_MS, 1);
  await store.outbox.delivered(due.kind === "rows" ? due.rows.map(({ id }) => id) : [], NINE_MS);
  const deliveredIsKnown = async (nowMs: number): Promise<boolean> => {
    forgetOld(store, nowMs);
    return (await store.outbox.standing("leads", 0)).lastDeliveredAtMs !== null;
  };
  expect([
    await deliveredIsKnown(NINE_MS + 30 * DAY_MS),
    await deliveredIsKnown(NINE_MS + 30 * DAY_MS + 1),
    (await store.outbox.standing("leads", 0)).waiting,
  ]).toEqual([true, false, 1]);
  store.close();
});
