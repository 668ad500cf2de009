import type { AlertSubject, AlertView } from "../../../lib/alerts/alert-types";
import type { Severity } from "../../../lib/alerts/alert-rule";
import { isAlarmed, type Judgement, urgencyOf, worstJudgement } from "../../../lib/metrics/judgement";
import { assertNever, type QueueId } from "../../../lib/vocabulary";
import type { BoardJudgement } from "../board/judge-board";
import type { RankedRow } from "../board/rank-rows";
import { colourOf } from "./standing";

/** What a board asks for that no alert of it speaks for already. */
export type Unspoken = {
  readonly rows: readonly RankedRow[];
  /** Of the total; `none`: an alert speaks for it. */
  readonly total: Judgement;
};

const SPEAKS_UP_TO: Readonly<Record<Severity, Judgement>> = { critical: "act", warning: "watch", notice: "none" };

/**
 * AL66: one fault is said once. An alert speaks for what its queues are judged, as far as it is as urgent itself;
 * acknowledged it does so too, so that what somebody has seen to asks no more. For the total speaks an alert of the
 * site, or those that speak for all queues that ask as much as it does.
 */
export function unspokenBy(alerts: readonly AlertView[], rows: readonly RankedRow[], total: Judgement): Unspoken {
  const heard = alerts.filter(({ frozen }) => !frozen);
  const isSaid = (queueId: QueueId | null, judgement: Judgement): boolean =>
    heard.some(({ subject, severity }) => {
      return isAbout(subject, queueId) && urgencyOf(judgement) <= urgencyOf(SPEAKS_UP_TO[severity]);
    });
  const left = rows.filter(({ row, worst }) => !isAlarmed(worst) || !isSaid(row.queueId, worst));
  const asMuch = rows.filter(({ worst }) => isAlarmed(total) && urgencyOf(worst) >= urgencyOf(total));
  const allSaid = asMuch.length > 0 && asMuch.every((ranked) => !left.includes(ranked));
  return { rows: left, total: allSaid || isSaid(null, total) ? "none" : total };
}

/** The worst that a board asks for: its loud alerts, and what they do not speak for. */
export function worstAsked(
  alerts: readonly AlertView[],
  rows: readonly RankedRow[],
  judged: Pick<BoardJudgement, "total">,
): Judgement {
  const left = unspokenBy(alerts, rows, judged.total);
  return worstJudgement(left.total, ...left.rows.map(({ worst }) => worst), ...alerts.map(colourOf));
}

/** @param queueId null: of all queues together */
function isAbout(subject: AlertSubject, queueId: QueueId | null): boolean {
  switch (subject.kind) {
    case "queue":
      return subject.queueId === queueId;
    case "group":
      return queueId !== null && subject.queueIds.includes(queueId);
    case "site":
      return true;
    case "source":
      return false;
    default:
      return assertNever(subject);
  }
}
