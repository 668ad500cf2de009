import type { JSX } from "react";
import type { WindowMinutes } from "../../../lib/config";
import { useDeskWords } from "../../shared/speech/use-desk-words";
import { WINDOWS } from "../choice/choice";
import { choose } from "../choice/use-choice";
import { Segments } from "../../shared/page/segments";

/** Over which time the figures are taken. */
export function PeriodSwitch({ minutes }: { readonly minutes: WindowMinutes | null }): JSX.Element {
  const { supervise, formats } = useDeskWords();
  const { period } = supervise;
  return (
    <Segments
      legend={period.label}
      options={WINDOWS.map((each) => [each, each === null ? period.today : period.minutes(formats.count(each))])}
      chosen={minutes}
      onChoose={(each) => choose({ minutes: each })}
    />
  );
}
