import type { BoardConfig, WindowMinutes } from "../config";
import type { Revision } from "../events";
import { dayFoldOf, type Fold, type QueueFold } from "../metrics/fold-state";
import { emptyLedger, type Ledger, mergeLedger } from "../metrics/ledger";
import { figuresOf } from "../metrics/measures";
import { addServiceLevels, type ServiceLevel, serviceLevelOf } from "../metrics/service-level";
import { feedOf, queuesOf, sourcesOf, targetView, windowLedger, worstFeed } from "../metrics/snapshot";
import type { SourceView } from "../metrics/snapshot-types";
import { agentRowsOf } from "./agent-rows";
import type { Desk, DeskRequest } from "./desk-types";
import { quarterFiguresOf } from "./quarter-figures";
import { waitingCallersOf } from "./waiting-callers";

/** What a desk is built from beside the fold. `board` is the request's, `sources` are all of them. */
export type DeskInput = {
  readonly board: BoardConfig;
  readonly request: DeskRequest;
  readonly revision: Revision;
  readonly sources: readonly SourceView[];
};

/**
 * DK1: what a supervisor looks at, as the fold stands.
 * @returns null: the board has no such queue
 */
export function buildDesk(fold: Fold, { board, request, revision, sources }: DeskInput): Desk | null {
  const { queueId, minutes } = request;
  const ofBoard = queuesOf(fold, board);
  const one = queueId === null ? null : ofBoard.find(({ config }) => config.id === queueId);
  if (one === undefined) return null;
  const queues = one === null ? ofBoard : [one];
  const { target, thresholds } = one === null ? fold.site : one.config;
  const { ledger, level } = sumsOf(fold, queues, minutes);
  const boardSources = sourcesOf(board, ofBoard, sources);
  return {
    revision,
    asOfMs: fold.nowMs,
    day: fold.calendar.businessDay(fold.nowMs).day,
    boardId: board.id,
    queueId,
    minutes,
    feed: one === null ? worstFeed(boardSources) : feedOf(one, boardSources),
    target: targetView(target, thresholds),
    figures: figuresOf(ledger, level, target.goalPerMille),
    level,
    quarters: quarterFiguresOf(fold, queues),
    waiting: waitingCallersOf(fold, queues),
    agents: agentRowsOf(fold, queues, ofBoard),
  };
}

/** SL4: sums over the queues, and their service levels added, each by its own formula. */
function sumsOf(
  fold: Fold,
  queues: readonly QueueFold[],
  minutes: WindowMinutes | null,
): { readonly ledger: Ledger; readonly level: ServiceLevel } {
  const ledger = emptyLedger();
  let level: ServiceLevel = { met: 0, decided: 0 };
  const today = dayFoldOf(fold, fold.nowMs);
  for (const { config } of queues) {
    const own = minutes === null ? today?.queues.get(config.id)?.ledger : windowLedger(fold, config.id, minutes);
    if (own === undefined) continue;
    mergeLedger(ledger, own);
    level = addServiceLevels(level, serviceLevelOf(own.inHours, config.target.formula));
  }
  return { ledger, level };
}
