import { expect, test } from "vitest";
import type { FeedState, SourceView, TotalRow } from "../../../lib/metrics/snapshot-types";
import { sourceId } from "../../../lib/vocabulary";
import { isHeard, isRowHeard } from "./heard";

const source = (state: FeedState, lastProofAtMs: number | null): SourceView => ({
  id: sourceId("pbx"),
  kind: "asterisk-ami",
  state,
  lastProofAtMs,
});
const figures = (feed: FeedState, offered = 0, available = 0): TotalRow =>
  ({
    feed,
    waiting: 0,
    today: { offered },
    agents: { available, ringing: 0, onContact: 0, wrapUp: 0, paused: 0, loggedOut: 0, notReported: 0 },
  }) as unknown as TotalRow;
const board = (total: TotalRow, ...sources: SourceView[]) => ({ total, sources, queues: [] });

test("[UN1] a board whose sources were never reached has no figures", () => {
  expect(isHeard(board(figures("connecting"), source("connecting", null)))).toBe(false);
  expect(isHeard(board(figures("stale"), source("down", null), source("connecting", null)))).toBe(false);
});

test("[UN1] a board has figures from the first proof, and what was told before a restart counts", () => {
  expect(isHeard(board(figures("live"), source("live", 1)))).toBe(true);
  expect(isHeard(board(figures("stale"), source("stale", 1)))).toBe(true);
  expect(isHeard(board(figures("connecting", 1), source("connecting", null)))).toBe(true);
  expect(isHeard(board(figures("connecting", 0, 1), source("connecting", null)))).toBe(true);
});

test("[UN1] a queue of a source that was never reached has no figures while another source is live", () => {
  const sources = [source("live", 1), source("connecting", null)];
  expect(isRowHeard(figures("connecting"), sources)).toBe(false);
  expect(isRowHeard(figures("live"), sources)).toBe(true);
  expect(isRowHeard(figures("connecting", 3), sources)).toBe(true);
  expect(isRowHeard(figures("stale"), [source("stale", 1)])).toBe(true);
});
