import { expect, test } from "vitest";
import { DEFAULT_CAPACITY } from "../config";
import type { KeptEvent } from "../events";
import { advanceTo } from "../metrics/advance";
import { applyEvent } from "../metrics/fold";
import { ruleOf } from "../testing/alert-timeline";
import { boardOf, newFold, siteOf } from "../testing/scenario";
import { agentId, contactId, queueId, sourceId } from "../vocabulary";
import { createBook, viewsOf } from "./alert-book";
import { DEFAULT_RULES } from "./default-rules";
import { evaluateAlerts } from "./evaluate";

const START_MS = Date.parse("2026-11-22T09:00:00Z");
const PBX = sourceId("pbx");
const QUEUES = 60;
const CONTACTS = 5_000;

/** A busy centre: 5,000 contacts of the last two hours over 60 queues, one in fifty still waiting, 300 agents. */
function busyFold() {
  const fold = newFold(siteOf({ queues: Array.from({ length: QUEUES }, (_, n) => ({ id: `q${n}` })) }));
  let seq = 0;
  const tell = (atMs: number, event: KeptEvent): void => {
    seq += 1;
    applyEvent(fold, { seq, sourceId: PBX, sourceKey: `${seq}`, atMs, receivedAtMs: atMs, event });
  };
  for (let n = 0; n < 300; n += 1) {
    const agent = agentId(`agent${n}`);
    for (const queue of [n, n + 1, n + 2])
      tell(START_MS, {
        type: "agent.joined",
        agentId: agent,
        queueId: queueId(`q${queue % QUEUES}`),
        name: null,
        penalty: null,
      });
    tell(START_MS, {
      type: "agent.state-changed",
      agentId: agent,
      queueId: null,
      state: "available",
      reason: null,
      sinceAtMs: START_MS,
    });
  }
  for (let n = 0; n < CONTACTS; n += 1) {
    const atMs = START_MS + n * 1_440;
    const visit = { queueId: queueId(`q${n % QUEUES}`), contactId: contactId(`c${n}`), stay: 1 };
    tell(atMs, { type: "contact.offered", ...visit, channel: "voice", caller: null, via: "direct" });
    if (n % 50 === 0) continue;
    const agent = agentId(`agent${n % 300}`);
    tell(atMs + 9_000, { type: "contact.answered", ...visit, agentId: agent });
    const ended = { agentId: agent, talkMs: 200_000, holdMs: 0, wrapUpMs: null, endedBy: "caller" } as const;
    tell(atMs + 209_000, { type: "contact.completed", ...visit, ...ended });
  }
  advanceTo(fold, START_MS + 7_200_000);
  return fold;
}

/** The shortest of many: what else the machine does only ever adds. */
function leastMs(times: number, run: () => void): number {
  let least = Infinity;
  for (let n = 0; n < times; n += 1) {
    const from = performance.now();
    run();
    least = Math.min(least, performance.now() - from);
  }
  return least;
}

const MORE_RULES = [
  ruleOf({ kind: "abandons-in-a-row", raise: 3 }, { id: "abandons" }),
  ruleOf({ kind: "missed-rate", minutes: 60, raise: 200, clear: 100 }, { id: "missed" }),
  ruleOf({ kind: "agents-left", minutes: 10, sharePerMille: 333 }, { id: "left" }),
  ruleOf({ kind: "over-capacity" }, { id: "capacity" }),
  ruleOf({ kind: "paused-too-long", pausedMs: 900_000 }, { id: "paused" }),
  ruleOf({ kind: "waiting", raise: 50, clear: 10 }, { id: "waiting", scope: { kind: "site" } }),
];

test.each([
  ["the default rules", DEFAULT_RULES],
  ["rules of every kind", [...DEFAULT_RULES, ...MORE_RULES]],
])("[AL30] a second of %s costs less than building one board", (_, rules) => {
  const fold = busyFold();
  const book = createBook();
  const sources = [{ id: PBX, kind: "test", state: "live", lastProofAtMs: null } as const];
  const input = { fold, sources, rules, silences: [], capacity: DEFAULT_CAPACITY, overdueRecoveries: null };
  let nowMs = fold.nowMs;
  const evaluationMs = leastMs(200, () => {
    nowMs += 1_000;
    evaluateAlerts(book, { ...input, nowMs });
  });
  const boardMs = leastMs(50, () => boardOf(fold));
  expect(viewsOf(book).length).toBeGreaterThan(0);
  expect(evaluationMs).toBeLessThan(boardMs);
});
