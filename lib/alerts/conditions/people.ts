import type { AlertCondition, Band } from "../alert-rule";
import type { QueueFold } from "../../metrics/fold-state";
import { agentCountsOf, isAnybodyLoggedIn, pausedSince, tellsOfAgents } from "../facts/agent-facts";
import { overloadsOf } from "../facts/contact-facts";
import type { Facts } from "../facts/facts";
import { knowsComings, staffOf } from "../facts/staff-facts";
import { waitingOver } from "../facts/waiting-facts";
import { readBand, readCount, type Reading, UNDER } from "./reading";

type AgentsLeft = Extract<AlertCondition, { readonly kind: "agents-left" }>;

const MINUTE_MS = 60_000;

/** AL6: where nobody tells of agents, nobody can say how many there are. */
export function readWaitingPerAgent(band: Band, queues: readonly QueueFold[], facts: Facts): Reading {
  const { waiting } = waitingOver(queues);
  if (waiting === 0 || !tellsOfAgents(facts.agents(), queues)) return UNDER;
  const { available, ringing, onContact, wrapUp, notReported } = agentCountsOf(facts.agents(), queues);
  const agents = available + ringing + onContact + wrapUp + notReported;
  const evidence = { kind: "waiting-per-agent", waiting, agents } as const;
  return agents === 0 ? { kind: "over", evidence } : readBand(waiting / agents, band, evidence);
}

/** AL7: a queue that never had anybody is meant so, until somebody waits in it. */
export function readNobodyLoggedIn(queues: readonly QueueFold[], facts: Facts): Reading {
  const agents = facts.agents();
  if (isAnybodyLoggedIn(agents, queues) || !tellsOfAgents(agents, queues)) return UNDER;
  const { waiting } = waitingOver(queues);
  const everHadAny = queues.some(({ config }) => agents.byQueue.has(config.id));
  return everHadAny || waiting > 0 ? { kind: "over", evidence: { kind: "nobody-logged-in", waiting } } : UNDER;
}

/** One who goes is an ordinary end of a shift. */
const FEWEST_LEFT = 2;

/** AL38: it never says so of sources that tell of no agents, for there nobody ever leaves. */
export function readAgentsLeft(
  { minutes, sharePerMille }: AgentsLeft,
  queues: readonly QueueFold[],
  facts: Facts,
): Reading {
  const windowMs = minutes * MINUTE_MS;
  const { fold, nowMs } = facts;
  // Who goes a little before the doors close goes home.
  const counted = queues.filter(
    (queue) => facts.isOpen(queue) && facts.isOpenIn(queue, windowMs) && knowsComings(fold, queue, nowMs, windowMs),
  );
  const { there, left } = staffOf(facts.agents(), counted, nowMs, windowMs);
  const of = there + left;
  const isOver = left >= FEWEST_LEFT && left * 1_000 >= sharePerMille * of;
  return isOver ? { kind: "over", evidence: { kind: "agents-left", left, of, minutes } } : UNDER;
}

/** AL11 */
export function readOverCapacity(queues: readonly QueueFold[], facts: Facts): Reading {
  const overloads = overloadsOf(
    facts.contacts(),
    queues.map(({ config }) => config.id),
  );
  const most = Math.max(0, ...overloads.map(({ contacts }) => contacts));
  return readCount(overloads.length, 1, { kind: "over-capacity", agents: overloads.length, most });
}

/** AL12 */
export function readPausedTooLong(pausedMs: number, queues: readonly QueueFold[], facts: Facts): Reading {
  const since = pausedSince(facts.agents(), queues).filter((sinceAtMs) => facts.nowMs - sinceAtMs >= pausedMs);
  const longestSinceAtMs = Math.min(...since);
  return readCount(since.length, 1, { kind: "paused-too-long", agents: since.length, longestSinceAtMs });
}
