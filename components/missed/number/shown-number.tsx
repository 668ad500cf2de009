import type { JSX } from "react";
import { Left, ToldNumber } from "../../shared/number/told-number";
import { useTold } from "../../shared/number/use-told";
import { useMissedWords } from "../use-missed-words";
import { callAddress, isPage } from "./addresses";
import { missedNumber } from "./open-number";

/** So long a number stands there by itself. */
const SHOWN_MS = 60_000;

type Props = { readonly id: string; readonly caller: string };

/** A caller's number and what calls it, or why there is none. */
export function ShownNumber({ id, caller }: Props): JSX.Element {
  const { number } = useMissedWords().missed;
  const told = useTold(missedNumber, id, SHOWN_MS);
  return (
    <span className="mi-number">
      <ToldNumber told={told} words={number} />
      {told?.answer.kind === "ok" ? <CallLink address={told.answer.value.callUrl} caller={caller} /> : null}
      {told === null ? null : <Left since={told.at} shownMs={SHOWN_MS} />}
    </span>
  );
}

/** Opens the telephone; a page opens beside this one. */
function CallLink({
  address,
  caller,
}: {
  readonly address: string | null;
  readonly caller: string;
}): JSX.Element | null {
  const { act } = useMissedWords().missed;
  const calls = callAddress(address);
  if (calls === null) return null;
  const beside = isPage(calls) ? { target: "_blank", rel: "noopener noreferrer" } : {};
  return (
    <a className="button button-first mi-act" href={calls} aria-label={act.of(act.call, caller)} {...beside}>
      {act.call}
    </a>
  );
}
