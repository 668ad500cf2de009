import type { JSX } from "react";
import { Left, ToldNumber } from "../../shared/number/told-number";
import { useTold } from "../../shared/number/use-told";
import { useDeskWords } from "../../shared/speech/use-desk-words";
import { callerNumber } from "./open-number";

/** So long a number stands there by itself. */
const SHOWN_MS = 30_000;

/** A caller's number and name, or why there is none. */
export function ShownNumber({ id, place }: { readonly id: string; readonly place: string }): JSX.Element {
  const { caller } = useDeskWords().tables;
  const told = useTold(callerNumber, place, SHOWN_MS);
  return (
    <span className="sc-number" id={id}>
      <ToldNumber told={told} words={caller} />
      {told === null ? null : <Left since={told.at} shownMs={SHOWN_MS} />}
    </span>
  );
}
