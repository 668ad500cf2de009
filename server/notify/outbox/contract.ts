import { describe, expect, test } from "vitest";
import { fired, inShort, missedNews, NINE_MS, resolved, someAlert, someCaller } from "../testing/some-news";
import type { NewOutboxRow, Outbox, OutboxRow } from "./outbox";

/** An outbox, and how the transaction of an alert adds to it. */
export type OpenedOutbox = {
  readonly outbox: Outbox;
  readonly add: (rows: readonly NewOutboxRow[], atMs: number) => void | Promise<void>;
  readonly close?: () => void | Promise<void>;
};

const to = (channelId: string, ...news: readonly NewOutboxRow["news"][]): NewOutboxRow[] =>
  news.map((one) => ({ channelId, news: one }));

const rowsOf = async (
  outbox: Outbox,
  channelId: string,
  nowMs = NINE_MS,
  limit = 100,
): Promise<readonly OutboxRow[]> => {
  const due = await outbox.due(channelId, nowMs, limit);
  return due.kind === "rows" ? due.rows : [];
};
const dueOf = async (outbox: Outbox, channelId: string, nowMs = NINE_MS): Promise<string[]> =>
  (await rowsOf(outbox, channelId, nowMs)).map(({ news }) => inShort(news));
const idsOf = async (outbox: Outbox, channelId: string, nowMs = NINE_MS): Promise<number[]> =>
  (await rowsOf(outbox, channelId, nowMs)).map(({ id }) => id);

/** What every outbox does, whatever it is made of. `open` gives a new, empty one each time. */
export function describeOutboxContract(name: string, open: () => OpenedOutbox | Promise<OpenedOutbox>): void {
  const withOutbox = async (use: (opened: OpenedOutbox) => Promise<void>): Promise<void> => {
    const opened = await open();
    try {
      await use(opened);
    } finally {
      await opened.close?.();
    }
  };

  describe(`outbox contract: ${name}`, () => {
    test("an empty one has nothing to send and nothing to tell", () =>
      withOutbox(async ({ outbox }) => {
        expect(await outbox.due("leads", NINE_MS, 10)).toEqual({ kind: "none", nextAtMs: null });
        expect(await outbox.standing("leads", 0)).toEqual({
          waiting: 0,
          oldestAddedAtMs: null,
          why: null,
          nextAtMs: null,
          lastDeliveredAtMs: null,
          givenUp: 0,
          lastGivenUpAtMs: null,
          lastGivenUpWhy: null,
        });
      }));

    test("[NO10] what was added comes back whole, the oldest first, each channel its own, up to the limit", () =>
      withOutbox(async ({ outbox, add }) => {
        const hostile = fired("c", { subjectName: `"'; --\u0000\n😀` });
        await add([...to("leads", fired("a")), ...to("office", fired("a"))], NINE_MS);
        await add(to("leads", fired("b"), resolved("a"), hostile), NINE_MS + 1);
        const rows = await rowsOf(outbox, "leads");
        expect(rows.map(({ news }) => news)).toEqual([fired("a"), fired("b"), resolved("a"), hostile]);
        expect(rows.map(({ channelId }) => channelId)).toEqual(["leads", "leads", "leads", "leads"]);
        expect(rows.map(({ addedAtMs }) => addedAtMs - NINE_MS)).toEqual([0, 1, 1, 1]);
        expect(rows.map(({ attempts }) => attempts)).toEqual([0, 0, 0, 0]);
        expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).toSorted((one, other) => one - other));
        expect(await dueOf(outbox, "office")).toEqual(["a fired"]);
        expect(await rowsOf(outbox, "leads", NINE_MS, 2)).toEqual(rows.slice(0, 2));
      }));

    test("[NO10] the same news of the same alert is added once a channel, also after it was delivered", () =>
      withOutbox(async ({ outbox, add }) => {
        await add(to("leads", fired("a"), fired("a", { severity: "critical" })), NINE_MS);
        await add(to("leads", fired("a")), NINE_MS);
        const rows = await rowsOf(outbox, "leads");
        expect(rows.map(({ news }) => news)).toEqual([fired("a")]);
        await outbox.delivered(await idsOf(outbox, "leads"), NINE_MS);
        await add(to("leads", fired("a")), NINE_MS);
        expect(await dueOf(outbox, "leads")).toEqual([]);
      }));

    test("[NO10] news of missed callers come back whole, of one subject each kind once, whatever fires", () =>
      withOutbox(async ({ outbox, add }) => {
        const [zoe, list] = [missedNews("a", [someCaller("zoe")]), missedNews("b", [someCaller(null)], "morning")];
        await add(to("leads", zoe, zoe, list, missedNews("a", [someCaller("zoe")], "overdue")), NINE_MS);
        await add(to("leads", fired("a"), resolved("a")), NINE_MS);
        const rows = await rowsOf(outbox, "leads");
        expect(rows.slice(0, 2).map(({ news }) => news)).toEqual([zoe, list]);
        expect(await dueOf(outbox, "leads")).toEqual(["a missed", "b morning", "a overdue", "a fired", "a resolved"]);
        await outbox.givenUp(
          rows.slice(0, 1).map(({ id }) => id),
          NINE_MS,
          "no",
        );
        expect(await dueOf(outbox, "leads")).toEqual(["b morning", "a overdue", "a fired", "a resolved"]);
      }));

    test("what was delivered is gone, the rest stays", () =>
      withOutbox(async ({ outbox, add }) => {
        await add(to("leads", fired("a"), fired("b")), NINE_MS);
        const [first] = await idsOf(outbox, "leads");
        await outbox.delivered(first === undefined ? [] : [first], NINE_MS + 5);
        expect(await dueOf(outbox, "leads")).toEqual(["b fired"]);
        expect(await outbox.standing("leads", 0)).toMatchObject({ waiting: 1, lastDeliveredAtMs: NINE_MS + 5 });
      }));

    test("[NO11] a resolved is added only where its fired waits or was delivered, on that channel", () =>
      withOutbox(async ({ outbox, add }) => {
        await add(to("leads", resolved("never")), NINE_MS);
        await add(to("office", fired("elsewhere")), NINE_MS);
        await add(to("leads", resolved("elsewhere"), fired("waits"), resolved("waits")), NINE_MS);
        expect(await dueOf(outbox, "leads")).toEqual(["waits fired", "waits resolved"]);
        await outbox.delivered(await idsOf(outbox, "leads"), NINE_MS);
        await add(to("leads", fired("went")), NINE_MS);
        await outbox.delivered(await idsOf(outbox, "leads"), NINE_MS);
        await add(to("leads", resolved("went")), NINE_MS);
        expect(await dueOf(outbox, "leads")).toEqual(["went resolved"]);
      }));

    test("[NO11] with a fired that is given up its resolved goes, whether it waits or comes", () =>
      withOutbox(async ({ outbox, add }) => {
        await add(to("leads", fired("a"), fired("b"), resolved("a")), NINE_MS);
        await add(to("office", fired("a"), resolved("a")), NINE_MS);
        const [a] = await idsOf(outbox, "leads");
        await outbox.givenUp(a === undefined ? [] : [a], NINE_MS + 1, "gone");
        expect(await dueOf(outbox, "leads")).toEqual(["b fired"]);
        expect(await dueOf(outbox, "office")).toEqual(["a fired", "a resolved"]);
        const [b] = await idsOf(outbox, "leads");
        await outbox.givenUp(b === undefined ? [] : [b], NINE_MS + 2, "gone too");
        await add(to("leads", resolved("b")), NINE_MS + 3);
        expect(await outbox.due("leads", NINE_MS, 10)).toEqual({ kind: "none", nextAtMs: null });
        expect(await outbox.standing("leads", 0)).toMatchObject({
          waiting: 0,
          givenUp: 2,
          lastGivenUpAtMs: NINE_MS + 2,
          lastGivenUpWhy: "gone too",
        });
      }));

    test("[NO12] a line waits behind its first row: the moment before, itself, after", () =>
      withOutbox(async ({ outbox, add }) => {
        await add(to("leads", fired("a")), NINE_MS);
        await outbox.later(await idsOf(outbox, "leads"), NINE_MS + 1_000, "503 no");
        await add(to("leads", fired("b")), NINE_MS + 500);
        expect(await outbox.due("leads", NINE_MS + 999, 10)).toEqual({ kind: "none", nextAtMs: NINE_MS + 1_000 });
        expect(await dueOf(outbox, "leads", NINE_MS + 1_000)).toEqual(["a fired", "b fired"]);
        const rows = await rowsOf(outbox, "leads", NINE_MS + 1_001);
        expect(rows.map(({ attempts }) => attempts)).toEqual([1, 0]);
        expect(await outbox.standing("leads", 0)).toMatchObject({
          waiting: 2,
          oldestAddedAtMs: NINE_MS,
          why: "503 no",
          nextAtMs: NINE_MS + 1_000,
        });
        await outbox.later([rows[0]?.id ?? -1], NINE_MS + 9_000, "504");
        expect((await outbox.due("leads", NINE_MS + 8_999, 10)).kind).toBe("none");
        expect((await rowsOf(outbox, "leads", NINE_MS + 9_000)).map(({ attempts }) => attempts)).toEqual([2, 0]);
        expect(await outbox.standing("office", 0)).toMatchObject({ waiting: 0, nextAtMs: null });
      }));

    test("[NO12] the first row delivered, the next is due by its own time", () =>
      withOutbox(async ({ outbox, add }) => {
        await add(to("leads", fired("a"), fired("b")), NINE_MS);
        const [a, b] = await idsOf(outbox, "leads");
        await outbox.later([b ?? -1], NINE_MS + 1_000, "503");
        await outbox.delivered([a ?? -1], NINE_MS);
        expect(await outbox.due("leads", NINE_MS, 10)).toEqual({ kind: "none", nextAtMs: NINE_MS + 1_000 });
      }));

    test("[NO12] a try more than an hour ahead was put down before the clock was set back: it is due", () =>
      withOutbox(async ({ outbox, add }) => {
        const laterMs = NINE_MS + 7_200_000;
        const hourMs = 3_600_000;
        await add(to("leads", fired("a"), fired("b")), NINE_MS);
        await outbox.later((await idsOf(outbox, "leads")).slice(0, 1), laterMs, "503");
        expect(await dueOf(outbox, "leads", laterMs - hourMs - 1)).toEqual(["a fired", "b fired"]);
        expect(await outbox.due("leads", laterMs - hourMs, 10)).toEqual({ kind: "none", nextAtMs: laterMs });
        expect(await dueOf(outbox, "leads", laterMs - hourMs + 1)).toEqual([]);
        expect(await dueOf(outbox, "leads", laterMs)).toEqual(["a fired", "b fired"]);
      }));

    test("what ended stays as it ended", () =>
      withOutbox(async ({ outbox, add }) => {
        await add(to("leads", fired("a"), fired("b")), NINE_MS);
        const ids = await idsOf(outbox, "leads");
        await outbox.delivered(ids.slice(0, 1), NINE_MS);
        await outbox.givenUp(ids, NINE_MS + 1, "no");
        await outbox.later(ids, NINE_MS + 2, "no");
        await outbox.delivered(ids, NINE_MS + 3);
        await outbox.delivered([999_999], NINE_MS + 4);
        await outbox.delivered([], NINE_MS + 5);
        expect(await dueOf(outbox, "leads", NINE_MS + 9_999)).toEqual([]);
        expect(await outbox.standing("leads", 0)).toMatchObject({ waiting: 0, givenUp: 1, lastDeliveredAtMs: NINE_MS });
      }));

    test("[NO17] what was given up is counted from an instant on: the moment before, itself, after", () =>
      withOutbox(async ({ outbox, add }) => {
        await add(to("leads", fired("a")), NINE_MS);
        await outbox.givenUp(await idsOf(outbox, "leads"), NINE_MS, "no");
        const countedSince = async (sinceMs: number): Promise<number> =>
          (await outbox.standing("leads", sinceMs)).givenUp;
        expect(await countedSince(NINE_MS - 1)).toBe(1);
        expect(await countedSince(NINE_MS)).toBe(1);
        expect(await countedSince(NINE_MS + 1)).toBe(0);
      }));

    test("[NO18] what waits for channels that are gone is given up, the rest stays", () =>
      withOutbox(async ({ outbox, add }) => {
        await add([...to("leads", fired("a")), ...to("gone", fired("a"), resolved("a"))], NINE_MS);
        await outbox.keepOnly(["leads", "office"], NINE_MS + 1, "no such channel");
        expect(await dueOf(outbox, "leads")).toEqual(["a fired"]);
        expect(await dueOf(outbox, "gone")).toEqual([]);
        expect(await outbox.standing("gone", 0)).toMatchObject({ waiting: 0, lastGivenUpWhy: "no such channel" });
        await add(to("gone", resolved("a")), NINE_MS + 2);
        expect(await dueOf(outbox, "gone")).toEqual([]);
      }));

    test("ids of alerts and channels are told apart however they are spelt", () =>
      withOutbox(async ({ outbox, add }) => {
        const ids = ["a", "A", "a ", "__proto__", "constructor", "'", '"', "a:b", "%"];
        await add(
          ids.flatMap((id) => to(id, { kind: "fired", alert: someAlert(id) })),
          NINE_MS,
        );
        for (const id of ids) expect(await dueOf(outbox, id)).toEqual([`${id} fired`]);
      }));
  });
}
