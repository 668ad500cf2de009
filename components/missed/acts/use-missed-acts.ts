import { useLayoutEffect, useRef, useState } from "react";
import type { AttemptResult, CloseResult } from "../../../lib/events";
import type {
  MissedActReply,
  MissedAttemptRequest,
  MissedCloseRequest,
  MissedRow,
} from "../../../lib/recovery/missed-api";
import { type Answer, ask } from "../../access/ask";
import { problemText } from "../../access/form/answer-text";
import { useAccessWords } from "../../access/use-access-words";
import type { SiteClock } from "../../shared/time/site-clock";
import { callerText } from "../../../lib/words/missed/say-row";
import { useMissedWords } from "../use-missed-words";
import { rowOfRefusal, saidOf, type DoneAct } from "./said-of";

export type Outcome = {
  /** For those who listen and those who look; empty: nothing yet. */
  readonly says: string;
  readonly failed: boolean;
  /** What was closed just now: it can be taken back. */
  readonly closed: MissedRow | null;
  /** Tells one outcome from the next, though they read alike. */
  readonly number: number;
};

/** Always the same functions. */
export type MissedActs = {
  readonly claim: (row: MissedRow) => void;
  readonly giveBack: (row: MissedRow) => void;
  readonly attempt: (row: MissedRow, result: AttemptResult) => void;
  readonly close: (row: MissedRow, result: CloseResult) => void;
  readonly reopen: (row: MissedRow) => void;
  /** Says why something is not done. */
  readonly refuse: (says: string) => void;
};
export type ActsState = {
  readonly acts: MissedActs;
  readonly outcome: Outcome;
  /** Rows for which something is under way. */
  readonly sendingIds: ReadonlySet<string>;
};

const addressOf = ({ id }: MissedRow, act: string): string => `/api/v1/missed/${encodeURIComponent(id)}/${act}`;

type Asked = () => Promise<Answer<MissedActReply>>;
const post = (row: MissedRow, act: string, body: unknown = null): Promise<Answer<MissedActReply>> =>
  ask("POST", addressOf(row, act), body);
const takeBack = (row: MissedRow, act: string): Promise<Answer<MissedActReply>> => ask("DELETE", addressOf(row, act));

/**
 * Claiming, trying, closing and giving back: seen at once by whoever does it, by the server's answer.
 * @param put takes the row as the server says it is
 * @param again the list is not as it was thought to be
 */
export function useMissedActs(
  clock: SiteClock,
  nowMs: number,
  put: (row: MissedRow) => void,
  again: () => void,
): ActsState {
  const { missed } = useMissedWords();
  const access = useAccessWords();
  const [outcome, setOutcome] = useState<Outcome>({ says: "", failed: false, closed: null, number: 0 });
  const [sendingIds, setSendingIds] = useState<ReadonlySet<string>>(new Set());
  const sending = useRef(new Set<string>());

  const say = (says: string, failed: boolean, closed: MissedRow | null = null): void =>
    setOutcome(({ number }) => ({ says, failed, closed, number: number + 1 }));
  const moment = (atMs: number): string => clock.toMoment(atMs, nowMs);

  async function send(row: MissedRow, asked: Asked, act: DoneAct): Promise<void> {
    if (sending.current.has(row.id)) return;
    sending.current.add(row.id);
    setSendingIds(new Set(sending.current));
    const answer = await asked();
    sending.current.delete(row.id);
    setSendingIds(new Set(sending.current));
    settled.current(row, answer, act);
  }
  function settle(row: MissedRow, answer: Answer<MissedActReply>, act: DoneAct): void {
    const now = answer.kind === "ok" ? answer.value.row : rowOfRefusal(answer);
    if (now !== null) {
      put(now);
      const isDone = answer.kind === "ok";
      const closed = isDone && act.kind === "closed" ? now : null;
      return say(saidOf(isDone ? act : { kind: "refused" }, now, missed, moment), !isDone, closed);
    }
    again();
    if (answer.kind === "refused" && answer.status === 404)
      return say(missed.said.gone(callerText(row.caller, missed)), true);
    if (answer.kind !== "ok") say(problemText(answer, access), true);
  }
  const settled = useRef(settle);
  useLayoutEffect(() => {
    settled.current = settle;
  });
  const [acts] = useState<MissedActs>(() => ({
    claim: (row) => void send(row, () => post(row, "claim"), { kind: "claimed" }),
    giveBack: (row) => void send(row, () => takeBack(row, "claim"), { kind: "given-back" }),
    attempt: (row, result) =>
      void send(row, () => post(row, "attempt", { result } satisfies MissedAttemptRequest), { kind: "tried", result }),
    close: (row, result) =>
      void send(row, () => post(row, "close", { result } satisfies MissedCloseRequest), { kind: "closed", result }),
    reopen: (row) => void send(row, () => takeBack(row, "close"), { kind: "reopened" }),
    refuse: (says) => say(says, true),
  }));
  return { acts, outcome, sendingIds };
}
