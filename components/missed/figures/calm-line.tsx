import type { JSX } from "react";
import type { TotalRow } from "../../../lib/metrics/snapshot-types";
import { assertNever } from "../../../lib/vocabulary";
import { StateShape } from "../../shared/state-mark";
import { useMissedWords } from "../use-missed-words";
import { calmOf } from "./calm";

/** RE47: whether now is a good moment. @param row null: what is known of it is not live */
export function CalmLine({ row }: { readonly row: TotalRow | null }): JSX.Element {
  const { missed, formats } = useMissedWords();
  const { calm: words } = missed;
  if (row === null) return <p className="mi-calm">{words.unknown}</p>;
  const calm = calmOf(row);
  const [says, means] = saidOf();
  return (
    <p className="mi-calm" data-calm={calm.kind}>
      {calm.kind === "calm" ? <StateShape state="ok" /> : null}
      <span>
        <strong>{says}</strong>
        {means === null ? null : <> {means}</>}
      </span>
    </p>
  );

  function saidOf(): readonly [says: string, means: string | null] {
    switch (calm.kind) {
      case "calm":
        return [`${words.calm(calm.free, formats.count(calm.free))}.`, words.calmMeans];
      case "busy": {
        const waiting = words.busy(calm.waiting, formats.count(calm.waiting));
        const free = calm.free === null ? "" : `, ${words.free(calm.free, formats.count(calm.free))}`;
        return [`${waiting}${free}.`, words.busyMeans];
      }
      case "nobody-free":
        return [`${words.nobodyFree}.`, null];
      case "nobody-waits":
        return [`${words.nobodyWaits}.`, null];
      default:
        return assertNever(calm);
    }
  }
}
