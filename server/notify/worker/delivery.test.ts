import { describe, expect, it } from "vitest";
import { subjectOf } from "../channel";
import type { Outbox } from "../outbox/outbox";
import { fired, missedNews, NINE_MS, resolved, someCaller } from "../testing/some-news";
import { DELIVERED, later, REFUSED, workerAt } from "../testing/worker-at";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe("[NO13] what waits goes out, in order", () => {
  it("together, as one message, ten at a time", async () => {
    const worker = workerAt();
    worker.add(...Array.from({ length: 12 }, (_, n) => fired(`a${n}`)));
    worker.start();
    await worker.advance(SECOND);
    expect(worker.told).toEqual([
      `0 leads: ${Array.from({ length: 10 }, (_, n) => `a${n} fired`).join(", ")}`,
      "1 leads: a10 fired, a11 fired",
    ]);
    expect(worker.outbox.kept().every(({ state }) => state === "delivered")).toBe(true);
  });

  it("alerts and missed callers apart, a list of callers by itself, nothing before what came first", async () => {
    const worker = workerAt();
    const list = [someCaller("zoe"), someCaller("max")];
    worker.add(fired("a"), missedNews("m1", [someCaller("zoe")]), missedNews("m2", [someCaller("max")]));
    worker.add(missedNews("m3", list, "morning"), missedNews("m4", [someCaller("zoe")], "overdue"));
    worker.add(missedNews("m5", [someCaller(null)]), resolved("a"), fired("b"));
    worker.start();
    await worker.advance(6 * SECOND);
    expect(worker.told).toEqual([
      "0 leads: a fired",
      "1 leads: m1 missed, m2 missed",
      "2 leads: m3 morning",
      "3 leads: m4 overdue",
      "4 leads: m5 missed",
      "5 leads: a resolved, b fired",
    ]);
  });

  it("at once when told, within a minute when nobody says so", async () => {
    const worker = workerAt();
    const { wake } = worker.start();
    await worker.advance(10 * SECOND);
    worker.add(fired("a"));
    await worker.advance(0);
    expect(worker.told).toEqual([]);
    wake();
    await worker.advance(0);
    expect(worker.told).toEqual(["10 leads: a fired"]);
    await worker.advance(2 * SECOND);
    worker.add(fired("b"));
    // It looked at 11 s, when the gap after a was over.
    await worker.advance(59 * SECOND - 1);
    expect(worker.told).toHaveLength(1);
    await worker.advance(1);
    expect(worker.told).toEqual(["10 leads: a fired", "71 leads: b fired"]);
  });

  it("what comes while a message is under way goes out with the next", async () => {
    const worker = workerAt();
    worker.answer(async () => {
      await worker.pause(5 * SECOND, new AbortController().signal);
      return DELIVERED;
    });
    worker.add(fired("a"));
    const { wake } = worker.start();
    await worker.advance(SECOND);
    worker.add(fired("b"));
    wake();
    await worker.advance(SECOND);
    worker.add(resolved("a"));
    wake();
    await worker.advance(3 * SECOND);
    expect(worker.told).toEqual(["0 leads: a fired", "5 leads: b fired, a resolved"]);
  });

  it("a channel that is down holds up no other", async () => {
    const worker = workerAt([], ["leads", "office"]);
    worker.answer(() => later());
    worker.answer(() => DELIVERED, "office");
    worker.add(fired("a"));
    worker.start();
    await worker.advance(SECOND);
    worker.add(fired("b"));
    await worker.advance(2 * MINUTE);
    expect(worker.told.filter((line) => line.includes("office"))).toEqual(["0 office: a fired", "61 office: b fired"]);
  });
});

describe("[NO14] at most one message a second and channel", () => {
  it("the moment before, itself, after", async () => {
    const worker = workerAt();
    worker.add(fired("a"));
    const { wake } = worker.start();
    await worker.advance(200);
    worker.add(fired("b"));
    wake();
    await worker.advance(799);
    worker.add(fired("c"));
    wake();
    expect(worker.told).toHaveLength(1);
    await worker.advance(1);
    expect(worker.told).toEqual(["0 leads: a fired", "1 leads: b fired, c fired"]);
    await worker.advance(5 * SECOND);
    worker.add(fired("d"));
    wake();
    await worker.advance(0);
    expect(worker.told[2]).toBe("6 leads: d fired");
  });
});

describe("[NO15] what was not taken is tried again", () => {
  it("after 1, 2, 4, 8 s and so on; what came meanwhile goes with it, over or not", async () => {
    const worker = workerAt();
    worker.answer(() => (worker.told.length < 5 ? later() : DELIVERED));
    worker.add(fired("a"));
    const { wake } = worker.start();
    await worker.advance(4 * SECOND);
    worker.add(fired("b"), resolved("a"));
    wake();
    await worker.advance(20 * SECOND);
    expect(worker.told).toEqual([
      "0 leads: a fired",
      "1 leads: a fired",
      "3 leads: a fired",
      "7 leads: a fired, b fired, a resolved",
      "15 leads: a fired, b fired, a resolved",
    ]);
    await worker.advance(HOUR);
    expect(worker.told).toHaveLength(5);
  });

  it("down for ten minutes: tried about ten times, then told as one", async () => {
    const worker = workerAt();
    worker.answer(() => (worker.clock.nowMs() < NINE_MS + 10 * MINUTE ? later() : DELIVERED));
    const { wake } = worker.start();
    for (let minute = 0; minute < 10; minute += 1) {
      worker.add(fired(`a${minute}`));
      wake();
      await worker.advance(MINUTE);
    }
    await worker.advance(5 * MINUTE);
    const all = Array.from({ length: 10 }, (_, n) => `a${n} fired`).join(", ");
    expect(worker.told.at(-1)).toMatch(new RegExp(`leads: ${all}$`));
    expect(worker.told.length).toBeGreaterThan(8);
    expect(worker.told.length).toBeLessThan(14);
  });

  it("as late as the other side asks for: the moment before, itself", async () => {
    const worker = workerAt();
    worker.answer(() => (worker.told.length === 1 ? later(30 * SECOND) : DELIVERED));
    worker.add(fired("a"));
    const { wake } = worker.start();
    await worker.advance(29_999);
    wake();
    await worker.advance(0);
    expect(worker.told).toEqual(["0 leads: a fired"]);
    await worker.advance(1);
    expect(worker.told).toEqual(["0 leads: a fired", "30 leads: a fired"]);
  });
});

describe("[NO16] what is given up", () => {
  it("after 24 hours: the last try before, the first from then on", async () => {
    const worker = workerAt();
    const tries: number[] = [];
    worker.answer(() => {
      tries.push(worker.clock.nowMs() - NINE_MS);
      return later();
    });
    worker.add(fired("a"), resolved("a"));
    worker.start();
    await worker.advance(23 * HOUR);
    worker.add(fired("b"));
    await worker.advance(2 * HOUR);
    const last = tries.filter((ms) => ms < 24 * HOUR).length;
    expect(tries[last]).toBeGreaterThanOrEqual(24 * HOUR);
    expect(worker.told[last]).toMatch(/leads: a fired, a resolved, b fired$/);
    expect(worker.told[last + 1]).toMatch(/leads: b fired$/);
    expect(await worker.outbox.standing("leads", 0)).toMatchObject({
      waiting: 1,
      givenUp: 2,
      lastGivenUpWhy: "503 no",
    });
    worker.answer(() => DELIVERED);
    worker.add(resolved("a"), resolved("b"));
    await worker.advance(HOUR);
    expect(worker.told.at(-1)).toMatch(/leads: b fired, b resolved$/);
  });

  it("what is older already when we start is tried once", async () => {
    const worker = workerAt();
    worker.answer(() => later());
    worker.add(fired("a"));
    await worker.advance(48 * HOUR);
    worker.start();
    await worker.advance(HOUR);
    expect(worker.told).toEqual(["172800 leads: a fired"]);
    expect(await worker.outbox.standing("leads", 0)).toMatchObject({ waiting: 0, givenUp: 1 });
  });

  it("what is refused, and nothing that was merged with it", async () => {
    const worker = workerAt();
    worker.answer((news) => (news.some((one) => subjectOf(one) === "b") ? REFUSED : DELIVERED));
    worker.add(fired("a"), fired("b"), resolved("b"), fired("c"));
    worker.start();
    await worker.advance(10 * SECOND);
    expect(worker.told).toEqual([
      "0 leads: a fired, b fired, b resolved, c fired",
      "1 leads: a fired",
      "2 leads: b fired",
      "3 leads: c fired",
    ]);
    expect(await worker.outbox.standing("leads", 0)).toMatchObject({
      waiting: 0,
      givenUp: 1,
      lastGivenUpWhy: "400 bad",
    });
  });

  it("[NO18] what waits for a channel that is no longer there", async () => {
    const worker = workerAt();
    worker.outbox.add([{ channelId: "gone", news: fired("a") }], NINE_MS);
    worker.start();
    await worker.advance(SECOND);
    expect(worker.told).toEqual([]);
    expect(await worker.outbox.standing("gone", 0)).toMatchObject({ waiting: 0, givenUp: 1 });
  });
});

describe("[NO19] stops, starts and faults", () => {
  it("what was tried in vain goes on after a restart, when it was to go on", async () => {
    const worker = workerAt();
    worker.answer(() => later(30 * SECOND));
    worker.add(fired("a"));
    const first = worker.start();
    await worker.advance(SECOND);
    await first.stop();
    worker.answer(() => DELIVERED);
    worker.start();
    await worker.advance(28_999);
    expect(worker.told).toHaveLength(1);
    await worker.advance(1);
    expect(worker.told).toEqual(["0 leads: a fired", "30 leads: a fired"]);
  });

  it("a stop lets what is under way end, and begins nothing", async () => {
    const worker = workerAt();
    worker.answer(async () => {
      await worker.pause(2 * SECOND, new AbortController().signal);
      return DELIVERED;
    });
    worker.add(...Array.from({ length: 20 }, (_, n) => fired(`a${n}`)));
    const delivery = worker.start();
    await worker.advance(SECOND);
    const stopped = delivery.stop();
    await worker.advance(SECOND);
    await stopped;
    await worker.advance(MINUTE);
    expect(worker.told).toHaveLength(1);
    expect(await worker.outbox.standing("leads", 0)).toMatchObject({ waiting: 10 });
  });

  it("but not for longer than three seconds; it is told again then, for nobody knows", async () => {
    const worker = workerAt();
    worker.answer(async (_news, signal) => {
      await worker.pause(HOUR, signal);
      return later();
    });
    worker.add(fired("a"));
    const delivery = worker.start();
    await worker.advance(SECOND);
    let isStopped = false;
    const stopped = delivery.stop().then(() => {
      isStopped = true;
    });
    await worker.advance(2_999);
    expect(isStopped).toBe(false);
    await worker.advance(1);
    await worker.advance(0);
    await stopped;
    expect(worker.outbox.kept()).toMatchObject([{ state: "waiting", attempts: 0 }]);
  });

  it("what was told is not told again while that cannot be written down", async () => {
    const worker = workerAt();
    let faults = 3;
    const full: Outbox = {
      ...worker.outbox,
      delivered: async (ids, atMs) => {
        faults -= 1;
        if (faults >= 0) throw new Error("disk full");
        await worker.outbox.delivered(ids, atMs);
      },
    };
    worker.add(fired("a"));
    worker.start(full);
    await worker.advance(MINUTE);
    expect(worker.told).toEqual(["0 leads: a fired"]);
    expect(worker.troubles).toHaveLength(3);
    expect(worker.outbox.kept()).toMatchObject([{ state: "delivered" }]);
  });

  it("an outbox that cannot be read is read again", async () => {
    const worker = workerAt();
    let faults = 2;
    const broken: Outbox = {
      ...worker.outbox,
      due: (channelId, nowMs, limit) => {
        faults -= 1;
        return faults >= 0 ? Promise.reject(new Error("I/O")) : worker.outbox.due(channelId, nowMs, limit);
      },
    };
    worker.add(fired("a"));
    worker.start(broken);
    await worker.advance(MINUTE);
    expect(worker.told).toEqual(["10 leads: a fired"]);
    expect(worker.troubles).toHaveLength(2);
  });
});
