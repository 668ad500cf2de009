import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SourceEvent } from "../../../lib/events";
import { detailText } from "../../../lib/metrics/source-detail";
import { instant } from "../../../lib/testing/scenario";
import { contactId, queueId, sourceId } from "../../../lib/vocabulary";
import { systemClock } from "../../clock";
import { createFeeds } from "../../pipeline/feeds";
import { NOTHING_KNOWN } from "../source";
import { createEventIntake } from "./event-intake";
import { createHttpSource } from "./http-source";

const CRM = sourceId("crm");
const EVENT: SourceEvent = {
  sourceKey: "e1",
  atMs: instant("09:00:00"),
  receivedAtMs: instant("09:00:00"),
  event: { type: "contact.abandoned", queueId: queueId("support"), contactId: contactId("c1"), stay: 1 },
};

beforeEach(() => void vi.useFakeTimers({ now: instant("09:00:00") }));
afterEach(() => void vi.useRealTimers());

/** A source as it stands on the boards; the log keeps, or refuses. */
function started(silentAfterSeconds: number | null) {
  const log = { refuses: false };
  const intake = createEventIntake([{ id: CRM, kind: "http" }], async ({ length }) =>
    log.refuses ? { kind: "refused", retryInMs: 100 } : { kind: "kept", accepted: length, duplicates: 0 },
  );
  const silentAfterMs = silentAfterSeconds === null ? null : silentAfterSeconds * 1_000;
  const source = createHttpSource({ kind: "http", id: CRM, silentAfterMs }, { clock: systemClock, intake });
  const feeds = createFeeds();
  feeds.add(source.id, source.kind);
  const said: string[] = [];
  const abort = new AbortController();
  const over = source.start(
    {
      events: () => undefined,
      state: (state, detail) => {
        said.push([state, detailText(detail)].filter((part) => part !== "").join(": "));
        feeds.tell(source.id, state, detail);
      },
      proof: (atMs) => feeds.prove(source.id, atMs),
      problem: (what, sample) => said.push(`${what}: ${sample}`),
    },
    NOTHING_KNOWN,
    abort.signal,
  );
  const tell = (events: readonly SourceEvent[] = [EVENT]) => intake.tell(new Map([[CRM, events]]));
  return {
    source,
    intake,
    said,
    log,
    tell,
    over,
    stop: () => abort.abort(),
    state: () => feeds.statuses(Date.now())[0]?.state,
    reject: (count: number, why: string) => intake.reject(CRM, count, why),
  };
}
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);

describe("[EV6] how a source stands that is told of over HTTP", () => {
  it("while Pickup listens it is live, however quiet it is", async () => {
    const { state, said } = started(null);
    expect(state()).toBe("live");
    for (let hour = 0; hour < 12; hour += 1) {
      await pass(3_600);
      expect(state()).toBe("live");
    }
    expect(said).toEqual(["live"]);
  });

  it("with a limit: live at 5 minutes of silence, stale after them, live again with the next word", async () => {
    const { state, tell, said } = started(300);
    expect(state()).toBe("connecting");
    await pass(60);
    await tell();
    expect(state()).toBe("live");
    await pass(300);
    expect(state()).toBe("live");
    await vi.advanceTimersByTimeAsync(1);
    expect(state()).toBe("stale");
    await pass(3_600);
    expect(state()).toBe("stale");
    // No events at all are a sign of life.
    await tell([]);
    expect(state()).toBe("live");
    expect(said).toEqual([
      "connecting: nothing was told yet",
      "live",
      "connecting: nothing was told for 300 s",
      "live",
    ]);
  });

  it("what the log refuses is no sign of life", async () => {
    const { state, tell, log } = started(10);
    await tell();
    await pass(6);
    log.refuses = true;
    expect(await tell()).toMatchObject({ kind: "refused" });
    await pass(5);
    expect(state()).toBe("stale");
  });

  it("one that never says anything is down after the limit", async () => {
    const { state } = started(30);
    await pass(30);
    expect(state()).toBe("connecting");
    await pass(1);
    expect(state()).toBe("down");
  });

  it("listens until it is stopped", async () => {
    const { intake, source, tell, stop, over } = started(null);
    expect(intake.sourceIds).toEqual([CRM]);
    expect(await source.probe()).toBeNull();
    expect(await tell()).toMatchObject({ kind: "kept" });
    stop();
    await over;
    expect(await tell()).toEqual({ kind: "refused", retryInMs: 1_000 });
    expect(vi.getTimerCount()).toBe(0);
  });
});

it("[EV4] wrong events are said at once, and then together every 10 s", async () => {
  const { reject, said } = started(null);
  reject(1, "data.queueId: expected a text");
  for (let count = 0; count < 50; count += 1) reject(20, `time: expected an instant ${count}`);
  await pass(9);
  expect(said.slice(1)).toEqual(["an event was rejected: data.queueId: expected a text"]);
  await pass(2);
  expect(said.slice(2)).toEqual(["1000 events were rejected, the first: time: expected an instant 0"]);
  await pass(60);
  expect(said).toHaveLength(3);
});
