import type { Band } from "../alert-rule";
import type { QueueFold } from "../../metrics/fold-state";
import { agentCountsOf, isAnybodyLoggedIn, pausedSince, tellsOfAgents } from "../facts/agent-facts";
import { overloadsOf } from "../facts/contact-facts";
import type { Facts } from "../facts/facts";
import { waitingOver } from "../facts/waiting-facts";
import { readBand, readCount, type Reading, UNDER } from "./reading";

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
