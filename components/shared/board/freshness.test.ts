import { expect, test } from "vitest";
import type { BoardSnapshot, FeedState, SourceView } from "../../../lib/metrics/snapshot-types";
import { sourceId } from "../../../lib/vocabulary";
import { freshnessOf, lastProofAtMs } from "./freshness";

const source = (state: FeedState, lastProof: number | null): SourceView => ({
  id: sourceId("pbx"),
  kind: "asterisk-ami",
  state,
  lastProofAtMs: lastProof,
});
const board = (feeds: readonly FeedState[], sources: readonly SourceView[] = []): BoardSnapshot =>
  ({
    asOfMs: 500_000,
    sources,
    total: { feed: feeds.every((feed) => feed === "live") ? "live" : "stale" },
    queues: feeds.map((feed) => ({ feed })),
  }) as unknown as BoardSnapshot;

// This device is 3 s behind the server; the last beat was heard at 600.000 s by its own clock.
const heard = { heardAt: { wallMs: 600_000, steadyMs: 50_000 }, aheadMs: 3_000 };
const after = (ms: number) => ({ wallMs: 600_000 + ms, steadyMs: 50_000 + ms });

test("nothing to show before the first board", () => {
  expect(freshnessOf({ ...heard, snapshot: null }, after(0))).toBeNull();
});

test("[UN3] ten seconds without a beat are live, a moment more is stale, and the figures stop at the beat", () => {
  const state = { ...heard, snapshot: board(["live"]) };
  expect(freshnessOf(state, after(10_000))).toEqual({ kind: "live", nowMs: 613_000 });
  expect(freshnessOf(state, after(10_001))).toEqual({
    kind: "stale",
    nowMs: 603_000,
    sinceMs: 603_000,
    cause: "board",
  });
});

test("[UN3] a television that slept is stale at once, whichever of its clocks slept with it", () => {
  const state = { ...heard, snapshot: board(["live"]) };
  expect(freshnessOf(state, { wallMs: 4_200_000, steadyMs: 50_100 })?.kind).toBe("stale");
  expect(freshnessOf(state, { wallMs: 600_100, steadyMs: 4_200_000 })?.kind).toBe("stale");
});

test("[UN3] when every source is away the figures stop at the last proof", () => {
  const snapshot = board(["stale", "stale"], [source("stale", 590_000), source("down", 580_000)]);
  expect(freshnessOf({ ...heard, snapshot }, after(0))).toEqual({
    kind: "stale",
    nowMs: 590_000,
    sinceMs: 590_000,
    cause: "sources",
  });
});

test("a source that was never heard has no since", () => {
  const snapshot = board(["connecting"], [source("connecting", null)]);
  expect(freshnessOf({ ...heard, snapshot }, after(0))).toMatchObject({ kind: "stale", sinceMs: null, nowMs: 500_000 });
});

test("one source away of two leaves the board live", () => {
  const snapshot = board(["live", "stale"], [source("live", 600_000), source("stale", 570_000)]);
  expect(freshnessOf({ ...heard, snapshot }, after(0))?.kind).toBe("live");
  expect(lastProofAtMs(snapshot.sources)).toBe(570_000);
});
