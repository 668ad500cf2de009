import type { Clock } from "../../../clock";
import type { SourceSink } from "../../source";
import type { AmiResponse } from "../session";
import type { AmiConnection, ConnectionEnd } from "./connection";
import { createListRequests } from "./list-requests";
import { startPulse } from "./pulse";
import type { ClockReading } from "./skew";

/** All in milliseconds. */
export type OnlineIntervals = {
  readonly pingEveryMs: number;
  /** The longest wait for any answer; beyond it the connection counts as dead. */
  readonly answerLimitMs: number;
  /** Between requests for the lists while Asterisk starts. */
  readonly retryListsMs: number;
  /** How often the lists are asked for again, so that nothing forgotten stays for ever (CO6). */
  readonly reconcileEveryMs: number;
  /** A connection that was live for this long makes the next attempt the first again. */
  readonly settledAfterMs: number;
};

export type OnlineParts = {
  readonly connection: AmiConnection;
  readonly intervals: OnlineIntervals;
  readonly clock: Clock;
  readonly sink: SourceSink;
  /** What each answer to a ping says of Asterisk's clock, the first one before any list; null: nothing. */
  readonly clockRead: (reading: ClockReading | null) => void;
};

/** What is done while logged in; told by the session what Asterisk said. */
export type Online = {
  readonly response: (response: AmiResponse) => void;
  readonly fullyBooted: () => void;
  readonly listsComplete: () => void;
  readonly shutdown: () => void;
  /** Stops everything; gives the end in the best words there are. `settled`: it had been live for a while. */
  readonly leave: (end: ConnectionEnd) => { readonly end: ConnectionEnd; readonly settled: boolean };
};

/** From login on: proves that Asterisk is there, and gets the lists that make the source live. */
export function goOnline({ connection, intervals, clock, sink, clockRead }: OnlineParts): Online {
  let live = false;
  let settled = false;
  let shuttingDown = false;
  let settling: NodeJS.Timeout | null = null;
  sink.state("syncing", "Logged in; asking who waits and who serves");

  const lists = createListRequests(intervals.retryListsMs, {
    send: connection.send,
    pingsSent: () => pulse.sent(),
    notYet: (message) => {
      if (!live) sink.state("syncing", `Asterisk does not list its queues yet: ${message}`);
    },
    problem: sink.problem,
  });
  const pulse = startPulse(clock, intervals.pingEveryMs, intervals.answerLimitMs, {
    send: connection.send,
    answered: (count) => {
      sink.proof(clock.nowMs());
      lists.pingAnswered(count);
    },
    silent: () => connection.cut(`No answer to a ping within ${intervals.answerLimitMs / 1000} s`),
    clockRead,
  });
  lists.ask();
  const reconciling = setInterval(lists.ask, intervals.reconcileEveryMs);

  return {
    response: (response) => {
      if (!pulse.take(response)) lists.take(response);
    },
    fullyBooted: lists.fullyBooted,
    listsComplete: () => {
      sink.proof(clock.nowMs());
      lists.completed();
      if (live) return;
      live = true;
      settling = setTimeout(() => {
        settled = true;
      }, intervals.settledAfterMs);
      sink.state("live", "Live");
    },
    shutdown: () => {
      shuttingDown = true;
    },
    leave: (end) => {
      pulse.stop();
      lists.stop();
      clearInterval(reconciling);
      if (settling !== null) clearTimeout(settling);
      const detail = shuttingDown && end.kind === "lost" ? "Asterisk shut down" : end.detail;
      return { end: { kind: end.kind, detail }, settled };
    },
  };
}
