import { afterAll, beforeAll, expect, test } from "vitest";
import { queueId } from "../../../lib/vocabulary";
import { somePast } from "../../notify/testing/some-news";
import { type AlertStore, openAlerts } from "../store/open-alerts";
import { isCursor, pastPage } from "./past-page";

const EVERYTHING = { queueIds: null, sourceIds: null };
const MINE = { queueIds: [queueId("mine")], sourceIds: null };
let store: AlertStore;

/** A thousand alerts, each ten of them at one instant, one of a hundred of my queue. */
beforeAll(() => {
  const opened = openAlerts(":memory:");
  if (opened.kind === "refused") throw new Error(opened.message);
  store = opened.store;
  store.atOnce(() => {
    for (let n = 0; n < 1_000; n += 1) {
      const past = somePast(`a${n}`, {
        subject: { kind: "queue", queueId: queueId(n % 100 === 0 ? "mine" : "theirs") },
      });
      store.past.add({ ...past, resolvedAtMs: past.resolvedAtMs + Math.floor(n / 10) });
    }
  });
});
afterAll(() => store.close());

function pages(sight: typeof EVERYTHING | typeof MINE, limit: number): string[][] {
  const all: string[][] = [];
  let next: string | null = null;
  do {
    const page: ReturnType<typeof pastPage> = pastPage(store.past, sight, next, limit);
    all.push(page.past.map(({ id }) => id));
    if (page.next !== null) expect(isCursor(page.next)).toBe(true);
    ({ next } = page);
  } while (next !== null);
  return all;
}

test("[AL41] page by page, each once, the newest end first, whatever ended at the same instant", () => {
  const all = Array.from({ length: 1_000 }, (_, n) => `a${999 - n}`);
  for (const limit of [7, 200, 1_000]) {
    const turned = pages(EVERYTHING, limit);
    expect(turned.flat()).toEqual(all);
    expect(turned.slice(0, -1).every((page) => page.length === limit)).toBe(true);
  }
});

test("[AL41] whoever sees little of it turns to the same end", () => {
  expect(pages(MINE, 3).flat()).toEqual(Array.from({ length: 10 }, (_, n) => `a${900 - n * 100}`));
});

test("a cursor is what a page gave", () => {
  expect(["1-2", "", "1", "a-b", "1-2-3", "-1-2", `${"9".repeat(16)}-1`].map(isCursor)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
    false,
  ]);
});
