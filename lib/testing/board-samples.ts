import { NOBODY_MISSED } from "../recovery/figures";
import { DEFAULT_LOOK, DEFAULT_TARGET, defaultThresholds } from "../config";
import type { BoardSnapshot, Figures, QueueRow, TotalRow } from "../metrics/snapshot-types";
import { boardId, dayKey, queueId, sourceId, type BoardId, type QueueId } from "../vocabulary";

/** 2026-11-20, 14:00 UTC: the instant at which the sample boards stand. */
export const SAMPLE_AT_MS = Date.UTC(2026, 10, 20, 14);

/** Figures of a quiet day with `offered` visits, all answered in time. */
export function sampleFigures(offered: number): Figures {
  return {
    offered,
    answered: offered,
    met: offered,
    decided: offered,
    abandoned: 0,
    shortAbandoned: 0,
    overflowed: 0,
    overflowedBy: { timeout: 0, key: 0, empty: 0, withdrawn: 0, transferred: 0 },
    refused: 0,
    refusedBy: { full: 0, empty: 0, closed: 0 },
    unknown: 0,
    waiting: 0,
    missed: 0,
    missedBy: { abandoned: 0, overflowed: 0, refused: 0 },
    ringNoAnswer: 0,
    outOfHours: 0,
    outOfHoursBy: {
      answered: 0,
      abandoned: 0,
      shortAbandoned: 0,
      overflowed: 0,
      refused: 0,
      unknown: 0,
      waiting: 0,
      missed: 0,
    },
    handled: offered,
    level: { met: offered, decided: offered },
    serviceLevelRatio: offered === 0 ? null : 1,
    answerRateRatio: offered === 0 ? null : 1,
    answerRateBase: offered,
    missedRateRatio: offered === 0 ? null : 0,
    missedRateBase: offered,
    asaMs: offered === 0 ? null : 11_200,
    waitMedianMs: offered === 0 ? null : 9_800,
    waitP90Ms: offered === 0 ? null : 31_000,
    waitMaxMs: offered === 0 ? null : 58_400,
    abandonWaitMs: null,
    ahtMs: offered === 0 ? null : 212_000,
    ahtIncludesWrapUp: true,
    talkMs: offered === 0 ? null : 180_300,
    goalMet: offered === 0 ? null : true,
  };
}

function sampleTotal(offered: number): TotalRow {
  return {
    feed: "live",
    waiting: 0,
    overdue: 0,
    oldestOfferedAtMs: null,
    agents: { available: 3, ringing: 0, onContact: 2, wrapUp: 1, paused: 1, loggedOut: 4, notReported: 0 },
    target: {
      goalRatio: DEFAULT_TARGET.goalPerMille / 1000,
      thresholdMs: DEFAULT_TARGET.thresholdMs,
      formula: DEFAULT_TARGET.formula,
      thresholds: defaultThresholds(DEFAULT_TARGET),
    },
    today: sampleFigures(offered),
    window: { ...sampleFigures(Math.floor(offered / 10)), minutes: 30 },
    quarters: { [String(SAMPLE_AT_MS)]: [offered, offered] },
  };
}

export function sampleRow(id: QueueId, offered: number): QueueRow {
  return { ...sampleTotal(offered), queueId: id, name: id, open: true };
}

export const SAMPLE_QUEUES: readonly QueueId[] = ["sales", "support", "billing", "priority"].map(queueId);

/** A believable board of four queues. */
export function sampleSnapshot(epoch: string, number: number, id: BoardId = boardId("main")): BoardSnapshot {
  return {
    type: "snapshot",
    revision: { epoch, number },
    boardId: id,
    boardName: "Everything",
    site: { name: "Acme Support", timeZone: "Europe/Berlin" },
    look: DEFAULT_LOOK,
    asOfMs: SAMPLE_AT_MS,
    day: dayKey("2026-11-20"),
    open: true,
    nextChangeAtMs: SAMPLE_AT_MS + 3 * 3_600_000,
    sources: [{ id: sourceId("pbx"), kind: "asterisk-ami", state: "live", lastProofAtMs: SAMPLE_AT_MS }],
    total: sampleTotal(400),
    contacts: { offered: 390, answered: 390, missed: 0, repeatCallers: 4, repeatContacts: 9 },
    queues: SAMPLE_QUEUES.map((queue) => sampleRow(queue, 100)),
    recoveries: NOBODY_MISSED,
    missedCost: null,
    gaps: [],
    alerts: [],
    alertsUndelivered: false,
    people: {},
  };
}

/** The same board one revision and one second on, with one caller more waiting in `queue`. */
export function withCallerMore(board: BoardSnapshot, queue: QueueId): BoardSnapshot {
  const atMs = board.asOfMs + 1_000;
  const more = <Row extends TotalRow>(row: Row): Row => ({
    ...row,
    waiting: row.waiting + 1,
    oldestOfferedAtMs: row.oldestOfferedAtMs ?? atMs,
    today: { ...row.today, offered: row.today.offered + 1, waiting: row.today.waiting + 1 },
    window: { ...row.window, offered: row.window.offered + 1, waiting: row.window.waiting + 1 },
  });
  return {
    ...board,
    revision: { epoch: board.revision.epoch, number: board.revision.number + 1 },
    asOfMs: atMs,
    total: more(board.total),
    contacts: { ...board.contacts, offered: board.contacts.offered + 1 },
    queues: board.queues.map((row) => (row.queueId === queue ? more(row) : row)),
  };
}
