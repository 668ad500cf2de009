import type { BoardConfig, WindowMinutes } from "../config";
import type { Revision } from "../events";
import { dayFoldOf, type Fold, MINUTE_MS, type QueueFold } from "../metrics/fold-state";
import { emptyLedger, type Ledger, mergeLedger } from "../metrics/ledger";
import { figuresOf } from "../metrics/measures";
import { addServiceLevels, type ServiceLevel, serviceLevelOf } from "../metrics/service-level";
import { feedOf, queuesOf, sourcesOf, targetView, worstFeed } from "../metrics/snapshot";
import type { SourceView } from "../metrics/snapshot-types";
import { windowLedger } from "../metrics/window";
import { agentRowsOf } from "./agent-rows";
import type { Desk, DeskQuestion } from "./desk-types";
import type { Mask } from "./mask";
import { quarterFiguresOf } from "./quarter-figures";
import { waitingCallersOf } from "./waiting-callers";

/** What a desk is built from beside the fold. `board` as its reader may see it, `sources` are all of them. */
export type DeskInput = {
  readonly board: BoardConfig;
  readonly question: DeskQuestion;
  readonly revision: Revision;
  readonly sources: readonly SourceView[];
  /** How its reader is told of callers. */
  readonly mask: Mask;
};

/** Windows summed before: a queue that has not changed within the minute is not summed again. */
export type WindowCache = Map<string, { readonly stand: string; readonly ledger: Ledger }>;
export const createWindowCache = (): WindowCache => new Map();

/**
 * DK1: what a supervisor looks at, as the fold stands.
 * @param cache one per fold; null sums everything anew
 * @returns null: the board has no such queue
 */
export function buildDesk(
  fold: Fold,
  { board, question, revision, sources, mask }: DeskInput,
  cache: WindowCache | null,
): Desk | null {
  const { queueId, minutes } = question;
  const ofBoard = queuesOf(fold, board);
  const one = queueId === null ? null : ofBoard.find(({ config }) => config.id === queueId);
  if (one === undefined) return null;
  const queues = one === null ? ofBoard : [one];
  const { target, thresholds } = one === null ? fold.site : one.config;
  const { ledger, level } = sumsOf(fold, queues, minutes, cache);
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
    quarters: quarterFiguresOf(fold, queues),
    waiting: waitingCallersOf(fold, queues, mask),
    agents: agentRowsOf(fold, queues, ofBoard),
  };
}

/** SL4: sums over the queues, and their service levels added, each by its own formula. */
function sumsOf(
  fold: Fold,
  queues: readonly QueueFold[],
  minutes: WindowMinutes | null,
  cache: WindowCache | null,
): { readonly ledger: Ledger; readonly level: ServiceLevel } {
  const ledger = emptyLedger();
  let level: ServiceLevel = { met: 0, decided: 0 };
  const today = dayFoldOf(fold, fold.nowMs);
  for (const queue of queues) {
    const { config } = queue;
    const own = minutes === null ? today?.queues.get(config.id)?.ledger : windowOf(fold, queue, minutes, cache);
    if (own === undefined) continue;
    mergeLedger(ledger, own);
    level = addServiceLevels(level, serviceLevelOf(own.inHours, config.target.formula));
  }
  return { ledger, level };
}

function windowOf(fold: Fold, queue: QueueFold, minutes: WindowMinutes, cache: WindowCache | null): Ledger {
  const key = `${minutes} ${queue.config.id}`;
  const stand = `${queue.version} ${Math.floor(fold.nowMs / MINUTE_MS)}`;
  const known = cache?.get(key);
  if (known?.stand === stand) return known.ledger;
  const ledger = windowLedger(fold, queue.config.id, minutes);
  cache?.set(key, { stand, ledger });
  return ledger;
}
