import { assertNever } from "../../vocabulary";
import type { AlertCondition, SimpleCondition } from "../alert-rule";
import type { Evidence } from "../alert-types";
import type { QueueFold } from "../../metrics/fold-state";
import { worstFeed } from "../../metrics/snapshot";
import type { SourceView } from "../../metrics/snapshot-types";
import { abandonsInARow } from "../facts/contact-facts";
import type { Facts } from "../facts/facts";
import { waitingOver } from "../facts/waiting-facts";
import { readAgentsLeft, readNobodyLoggedIn, readOverCapacity, readPausedTooLong, readWaitingPerAgent } from "./people";
import { NO_DATA, readBand, readCount, type Reading, UNDER } from "./reading";
import { readMissedRate, readServiceLevel } from "./shares";

export type QueueCondition = Exclude<AlertCondition, { readonly kind: "no-data" }>;

/**
 * What a condition says of these queues together.
 * @param closed none of them is open
 */
export function readCondition(
  condition: QueueCondition,
  queues: readonly QueueFold[],
  facts: Facts,
  closed: boolean,
): Reading {
  if (!queues.every(facts.isHeard)) return NO_DATA;
  if (condition.kind !== "all-of") return readSimple(condition, queues, facts, closed);
  return allOf(condition.conditions, (each) => readSimple(each, queues, facts, closed));
}

/** AL13: over while all are, under as soon as one is. */
function allOf(conditions: readonly SimpleCondition[], read: (condition: SimpleCondition) => Reading): Reading {
  const of: Evidence[] = [];
  let isOver = true;
  for (const condition of conditions) {
    const reading = read(condition);
    if (reading.kind === "under" || reading.kind === "no-data") return reading;
    isOver &&= reading.kind === "over";
    of.push(reading.evidence);
  }
  return { kind: isOver ? "over" : "between", evidence: { kind: "all-of", of } };
}

function readSimple(condition: SimpleCondition, queues: readonly QueueFold[], facts: Facts, closed: boolean): Reading {
  switch (condition.kind) {
    case "service-level":
      return closed ? UNDER : readServiceLevel(condition, queues, facts);
    case "missed-rate":
      return closed ? UNDER : readMissedRate(condition, queues, facts);
    case "nobody-logged-in":
      return closed ? UNDER : readNobodyLoggedIn(queues, facts);
    case "agents-left":
      return closed ? UNDER : readAgentsLeft(condition, queues, facts);
    case "abandons-in-a-row": {
      if (closed) return UNDER;
      const count = abandonsInARow(facts.contacts(), idsOf(queues));
      return readCount(count, condition.raise, { kind: condition.kind, count });
    }
    case "longest-wait": {
      const { oldestOfferedAtMs } = waitingOver(queues);
      if (oldestOfferedAtMs === null) return UNDER;
      return readBand(facts.nowMs - oldestOfferedAtMs, condition, { kind: condition.kind, oldestOfferedAtMs });
    }
    case "waiting": {
      const { waiting } = waitingOver(queues);
      return readBand(waiting, condition, { kind: condition.kind, waiting });
    }
    case "waiting-per-agent":
      return readWaitingPerAgent(condition, queues, facts);
    case "overdue-recoveries": {
      const count = facts.overdueRecoveries?.(idsOf(queues)) ?? 0;
      return readCount(count, condition.raise, { kind: condition.kind, count });
    }
    case "over-capacity":
      return readOverCapacity(queues, facts);
    case "paused-too-long":
      return readPausedTooLong(condition.pausedMs, queues, facts);
    default:
      return assertNever(condition);
  }
}

const idsOf = (queues: readonly QueueFold[]) => queues.map(({ config }) => config.id);

/** AL9: whether a source's figures are no longer live (UN3). */
export const readSource = (source: SourceView): Reading =>
  worstFeed([source]) === "live"
    ? UNDER
    : { kind: "over", evidence: { kind: "no-data", sinceAtMs: source.lastProofAtMs } };
