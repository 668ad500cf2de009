import { agentNameOf } from "../../desk/agent-name";
import type { Mask } from "../../desk/mask";
import type { Person, Revision } from "../../events";
import { type Fold, hoursOf } from "../../metrics/fold-state";
import type { QueueId } from "../../vocabulary";
import { causesOf } from "../causes/causes";
import { costOf } from "./cost";
import { canReopen } from "../book/book";
import { holderAt, isSamePerson } from "../book/derive";
import { isInTime, recoveriesIn, recoveryFiguresOf } from "../figures";
import type { MissedAttempt, MissedEnd, MissedPage, MissedQuestion, MissedQueue, MissedRow } from "../missed-api";
import { arrivedAtMsOf, countsOf, filtered, isCallback, listOf } from "./missed-list";
import type { Attempt, Recovery } from "../recovery-types";
import { lastOf, triesOf } from "../tries";

/** Who looks at the list, and what he may see. */
export type MissedInput = {
  readonly revision: Revision;
  /** null: every queue. */
  readonly queueIds: readonly QueueId[] | null;
  /** null: nobody who could hold anything. */
  readonly me: Person | null;
  readonly mask: Mask;
  /** Names a recovery to the outside. */
  readonly idOf: (key: string) => string;
  /** An address with `{contactId}`; null: there are no recordings. */
  readonly recordingLink: string | null;
};

/** Of many attempts a row tells so many: the first and the last ones. */
const ATTEMPTS_TOLD = 20;

/** A list of missed callers with what stands beside it, as of now. */
export function missedPage(fold: Fold, question: MissedQuestion, input: MissedInput): MissedPage {
  const { nowMs, recoveries: book, site } = fold;
  const { queueIds } = input;
  const { startMs } = fold.calendar.businessDay(nowMs);
  const lister = { me: input.me, nowMs };
  const inSight = queuesInSight(question.queueId, queueIds);
  const own = [...recoveriesIn(book, inSight)];
  const matching = filtered(own, question.why);
  const all = listOf(matching, question.list, lister);
  const today = own.filter(({ firstMissedAtMs }) => firstMissedAtMs >= startMs);
  return {
    revision: input.revision,
    asOfMs: nowMs,
    list: question.list,
    rows: all
      .slice(question.offset, question.offset + question.limit)
      .map((recovery) => missedRow(fold, recovery, input)),
    total: all.length,
    counts: countsOf(matching, lister),
    figures: recoveryFiguresOf(book, { queueIds: inSight, dayStartMs: startMs, nowMs }),
    afterHours: today.filter(({ attempts }) => attempts[0]?.missed.why === "after-hours").length,
    limitMs: site.recovery.limitMs,
    queues: queuesOf(fold, queueIds),
    callbacks: callbacksOf(today),
    causes: causesOf(fold, inSight),
    cost: site.recovery.cost === null ? null : costOf(site.recovery.cost, today, nowMs),
  };
}

/** A queue that the reader asks of, where he may; otherwise all of his. */
function queuesInSight(asked: QueueId | null, own: readonly QueueId[] | null): readonly QueueId[] | null {
  if (asked === null) return own;
  return own === null || own.includes(asked) ? [asked] : [];
}

/** One recovery as its list shows it. */
export function missedRow(fold: Fold, recovery: Recovery, input: MissedInput): MissedRow {
  const { nowMs } = fold;
  const { attempts, dueAtMs, queueId, end } = recovery;
  const { contactId } = lastOf(recovery);
  const holder = end === null ? holderAt(recovery, nowMs) : null;
  return {
    id: input.idOf(recovery.key),
    caller: input.mask(recovery.caller),
    queueId,
    ...triesOf(recovery),
    attempts: someOf(attempts).map(attemptOf),
    firstMissedAtMs: recovery.firstMissedAtMs,
    callback: isCallback(recovery),
    arrivedAtMs: arrivedAtMsOf(recovery),
    dueAtMs,
    dueInOpenMs: dueAtMs === null ? null : fold.calendar.openMsBetween(hoursOf(fold, queueId), nowMs, dueAtMs),
    asOfMs: nowMs,
    claim:
      holder === null
        ? null
        : {
            by: holder.by.name,
            untilMs: holder.untilMs,
            mine: input.me !== null && isSamePerson(holder.by, input.me),
          },
    tried: recovery.tried.map(({ atMs, by, result }) => ({ atMs, by: by.name, result })),
    end: end === null ? null : endOf(fold, recovery),
    recordingUrl: input.recordingLink?.replaceAll("{contactId}", encodeURIComponent(contactId)) ?? null,
  };
}

function someOf(attempts: readonly Attempt[]): readonly Attempt[] {
  if (attempts.length <= ATTEMPTS_TOLD) return attempts;
  return [...attempts.slice(0, 1), ...attempts.slice(1 - ATTEMPTS_TOLD)];
}

const attemptOf = ({ arrivedAtMs, queueId, missed }: Attempt): MissedAttempt => ({
  arrivedAtMs,
  queueId,
  waitMs: missed.waitMs,
  why: missed.why,
  reason: missed.reason,
});

function endOf(fold: Fold, recovery: Recovery): MissedEnd | null {
  const { end } = recovery;
  if (end === null) return null;
  const base = {
    kind: end.kind,
    atMs: end.atMs,
    inTime: isInTime(recovery),
    by: null,
    result: null,
    canReopen: canReopen(fold.recoveries, recovery),
  };
  if (end.kind === "closed") return { ...base, by: end.by.name, result: end.result };
  if (end.kind !== "reached" || end.agentId === null) return base;
  return { ...base, by: agentNameOf(fold, end.sourceId, end.agentId) };
}

const queuesOf = (fold: Fold, queueIds: readonly QueueId[] | null): readonly MissedQueue[] =>
  [...fold.queues.values()].flatMap(({ config: { id, name, hours } }): MissedQueue[] => {
    if (queueIds !== null && !queueIds.includes(id)) return [];
    const open = fold.calendar.isOpen(hours, fold.nowMs);
    return [{ queueId: id, name, open, nextChangeAtMs: fold.calendar.nextChange(hours, fold.nowMs) }];
  });

/** RE8: what was promised to those who asked, against what was kept. */
function callbacksOf(today: readonly Recovery[]): MissedPage["callbacks"] {
  const callbacks = { asked: 0, kept: 0, late: 0, open: 0 };
  for (const recovery of today) {
    if (!recovery.contactable || !isCallback(recovery)) continue;
    callbacks.asked += 1;
    if (recovery.end === null) callbacks.open += 1;
    else if (isInTime(recovery) === false) callbacks.late += 1;
    else callbacks.kept += 1;
  }
  return callbacks;
}
