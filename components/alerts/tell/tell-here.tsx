import type { JSX } from "react";
import type { AlertView } from "../../../lib/alerts/alert-types";
import type { AlertTexts } from "../../../lib/words/load/alerts";
import { heardAlarms } from "../../shared/alerts/standing";
import type { Freshness } from "../../shared/board/freshness";
import { useSound } from "../../shared/sound/use-sound";
import type { Mark } from "../../shared/time/use-now";
import { createRemembered } from "./remembered";
import { useNotifications } from "./use-notifications";

type Props = {
  readonly alerts: readonly AlertView[];
  /** Of the board that carries them. */
  readonly freshness: Freshness;
  readonly now: Mark;
  readonly nowMs: number;
  readonly words: AlertTexts;
};

const heard = createRemembered("pickup.alert-sound");

/** AL76: whether this laptop sounds and notifies; both are off until somebody turns them on, on this device. */
export function TellHere({ alerts, freshness, now, nowMs, words }: Props): JSX.Element {
  const { tell } = words;
  const isHeard = heard.useIsOn();
  const sound = useSound({ enabled: isHeard, alarms: heardAlarms(alerts, freshness), noData: false }, now);
  const { state, toggle } = useNotifications(alerts, nowMs, words);
  const asks = sound.state === "asking";
  return (
    <div className="tell" role="group" aria-label={tell.label}>
      <button
        type="button"
        className="tell-switch"
        data-asks={asks}
        aria-pressed={isHeard}
        title={asks ? tell.soundAsks : tell.soundMeans}
        onClick={() => heard.set(!isHeard)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <path d="M2.500 6v4h2.500l3.500 3V3L5 6z" />
          {isHeard ? (
            <path d="M10.800 5.600a3.400 3.400 0 0 1 0 4.800M12.700 3.700a6 6 0 0 1 0 8.600" />
          ) : (
            <path d="M11 6l4 4M15 6l-4 4" />
          )}
        </svg>
        <span className="tell-word">{asks ? tell.soundAsks : tell.sound}</span>
      </button>
      {state === "none" ? null : (
        <button
          type="button"
          className="tell-switch"
          aria-pressed={state === "on"}
          aria-disabled={state === "blocked"}
          title={state === "blocked" ? tell.notifyBlocked : tell.notifyMeans}
          onClick={state === "blocked" ? undefined : toggle}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d="M3 11.500h10c-1.200-1.100-1.500-2.200-1.500-4.500a3.500 3.500 0 0 0-7 0c0 2.300-.3 3.400-1.500 4.500zM6.700 13.500a1.400 1.400 0 0 0 2.600 0" />
            {state === "on" ? null : <path d="M2.500 2.500l11 11" />}
          </svg>
          <span className="tell-word">{tell.notify}</span>
        </button>
      )}
    </div>
  );
}
