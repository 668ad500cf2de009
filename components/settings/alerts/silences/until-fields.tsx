import { type JSX, useId } from "react";
import type { NextHours } from "../../../../lib/alerts/alert-api";
import { assertNever } from "../../../../lib/vocabulary";
import type { SilenceWords } from "../../../../lib/words/en/settings/alerts/silences";
import { Field } from "../../../access/form/field";
import { Problem } from "../../../access/form/problem";
import { serverNowMs } from "../../../shared/time/server-clock";
import { useWords } from "../../../shared/use-words";
import { useSettingsWords } from "../../frame/use-settings-words";
import { readerZone, whenText } from "../../parts/reader-clock";
import { type Until, untilsOf } from "./until";

type Props = {
  readonly hours: NextHours;
  readonly chosen: Until;
  readonly onChoose: (until: Until) => void;
  readonly time: string;
  readonly onTime: (time: string) => void;
  readonly problem: string | null;
};

/** AL86: until when, as people say it. */
export function UntilFields({ hours, chosen, onChoose, time, onTime, problem }: Props): JSX.Element {
  const { silences, parts } = useSettingsWords();
  const { formats } = useWords();
  const id = useId();
  const nowMs = serverNowMs();
  const whenOf = (atMs: number | null): string => whenText(atMs ?? nowMs, nowMs, readerZone(), formats);
  return (
    <>
      <fieldset className="sl-options">
        <legend>{silences.until}</legend>
        {untilsOf(hours, nowMs).map((until) => (
          <div key={until} className="sl-option">
            <label>
              <input type="radio" name={id} value={until} checked={until === chosen} onChange={() => onChoose(until)} />
              <span>{sayUntil(until, hours, silences, whenOf)}</span>
            </label>
          </div>
        ))}
      </fieldset>
      {chosen === "time" ? (
        <Field
          type="datetime-local"
          name="time"
          label={silences.at}
          hint={parts.times(readerZone())}
          problem={problem}
          value={time}
          onChange={({ target }) => onTime(target.value)}
        />
      ) : (
        <Problem says={problem} />
      )}
    </>
  );
}

function sayUntil(
  until: Until,
  { closesAtMs, opensAtMs }: NextHours,
  words: SilenceWords,
  whenOf: (atMs: number | null) => string,
): string {
  switch (until) {
    case "quarter":
    case "hour":
    case "time":
      return words[until];
    case "closing":
      return words.closing(whenOf(closesAtMs));
    case "opening":
      return words.opening(whenOf(opensAtMs));
    default:
      return assertNever(until);
  }
}
