import { type JSX, useState } from "react";
import type { AlertView } from "../../../lib/alerts/alert-types";
import { standingOf } from "../../shared/alerts/standing";
import type { SiteClock } from "../../shared/time/site-clock";
import { useAlertsWords } from "../use-alerts-words";
import { AS_A_RULE, type HowLong, minutesOf, minutesToClosing } from "./how-long";
import type { Acts } from "./use-acts";

type Props = {
  readonly alert: AlertView;
  readonly title: string;
  readonly acts: Acts;
  readonly clock: SiteClock;
  readonly nowMs: number;
  readonly closesAtMs: number | null;
};

const MINUTES = ["15", "30", "60"] as const;

/** AL70: taking an alert for a while, and giving it back. The button stays the same, so that the focus does. */
export function AlertActs({ alert, title, acts, clock, nowMs, closesAtMs }: Props): JSX.Element {
  const { act } = useAlertsWords().alerts;
  const [howLong, setHowLong] = useState<HowLong>(AS_A_RULE);
  const isTaken = alert.state === "acknowledged";
  const isLoud = standingOf(alert) === "loud";
  const isSending = acts.sendingId === alert.id;
  const says = isTaken ? act.takeBack : act.acknowledge;
  const press = (): void => {
    if (isSending) return;
    void (isTaken ? acts.takeBack(alert) : acts.acknowledge(alert, minutesOf(howLong, closesAtMs, nowMs)));
  };
  const closing = closesAtMs !== null && minutesToClosing(closesAtMs, nowMs) !== null ? closesAtMs : null;
  return (
    <div className="al-acts">
      {isTaken ? null : (
        <select
          className="al-how-long"
          aria-label={act.of(act.howLong, title)}
          value={howLong === "closing" && closing === null ? AS_A_RULE : howLong}
          onChange={({ target }) => setHowLong(target.value as HowLong)}
        >
          {MINUTES.map((minutes) => (
            <option key={minutes} value={minutes}>
              {act.minutes(minutes)}
            </option>
          ))}
          {closing === null ? null : <option value="closing">{act.untilClosing(clock.toMinute(closing))}</option>}
        </select>
      )}
      <button
        type="button"
        className={isLoud ? "button button-first al-act" : "button al-act"}
        aria-label={act.of(says, title)}
        aria-disabled={isSending}
        onClick={press}
      >
        {says}
      </button>
    </div>
  );
}
