import { useState } from "react";
import type { AckReply, AckRequest } from "../../../lib/alerts/alert-api";
import type { AlertView } from "../../../lib/alerts/alert-types";
import { sayAlert } from "../../../lib/words/alerts/say-alert";
import { type Answer, ask } from "../../access/ask";
import { problemText } from "../../access/form/answer-text";
import { useAccessWords } from "../../access/use-access-words";
import type { SiteClock } from "../../shared/time/site-clock";
import { useAlertsWords } from "../use-alerts-words";

/** What the server answered, in place of what the board still says. */
type Replied = { readonly insteadOf: string; readonly alert: AlertView };

export type Acts = {
  /** As it stands by the last answer, until the board says something new of it. */
  readonly asAnswered: (alert: AlertView) => AlertView;
  /** Under way for this alert. */
  readonly sendingId: string | null;
  /** What came of the last act, for those who listen and those who look; empty: nothing yet. */
  readonly says: string;
  readonly failed: boolean;
  readonly acknowledge: (alert: AlertView, minutes: number) => Promise<void>;
  readonly takeBack: (alert: AlertView) => Promise<void>;
};

const standsAs = ({ state, acknowledgement }: AlertView): string => JSON.stringify([state, acknowledgement]);
const addressOf = ({ id }: AlertView): string => `/api/v1/alerts/${encodeURIComponent(id)}/ack`;

/** Acknowledging and taking back: seen at once by whoever does it, by all others with the board. */
export function useActs(clock: SiteClock, nowMs: number): Acts {
  const words = useAlertsWords();
  const access = useAccessWords();
  const [replied, setReplied] = useState<ReadonlyMap<string, Replied>>(new Map());
  const [sendingId, setSendingId] = useState<string | null>(null);
  const [outcome, setOutcome] = useState({ says: "", failed: false });

  async function send(alert: AlertView, asked: Promise<Answer<AckReply>>, done: (now: AlertView) => string) {
    if (sendingId !== null) return;
    setSendingId(alert.id);
    const answer = await asked;
    setSendingId(null);
    if (answer.kind === "ok") {
      const { alert: now } = answer.value;
      setReplied((before) => new Map(before).set(alert.id, { insteadOf: standsAs(alert), alert: now }));
      setOutcome({ says: done(now), failed: false });
      return;
    }
    const isOver = answer.kind === "refused" && (answer.status === 404 || answer.status === 409);
    setOutcome({ says: isOver ? words.alerts.act.over : problemText(answer, access), failed: true });
  }
  const titleOf = (alert: AlertView): string => sayAlert(alert, words.say, words.formats, nowMs).title;
  return {
    asAnswered: (alert) => {
      const reply = replied.get(alert.id);
      if (reply === undefined || reply.insteadOf !== standsAs(alert)) return alert;
      const { state, acknowledgement } = reply.alert;
      return { ...alert, state, acknowledgement };
    },
    sendingId,
    ...outcome,
    acknowledge: (alert, minutes) =>
      send(alert, ask<AckReply>("POST", addressOf(alert), { minutes } satisfies AckRequest), (now) =>
        words.alerts.act.done(titleOf(now), clock.toMoment(now.acknowledgement?.untilMs ?? nowMs, nowMs)),
      ),
    takeBack: (alert) =>
      send(alert, ask<AckReply>("DELETE", addressOf(alert)), (now) => words.alerts.act.takenBack(titleOf(now))),
  };
}
