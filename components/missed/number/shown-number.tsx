import { type JSX, useEffect, useState } from "react";
import type { MissedNumber } from "../../../lib/recovery/missed-api";
import type { Answer } from "../../access/ask";
import { elapsedMs, type Mark, markNow, useNow } from "../../shared/time/use-now";
import { useMissedWords } from "../use-missed-words";
import { callAddress, isPage } from "./addresses";
import { hideNumber, numberAnswer } from "./open-number";

/** So long a number stands there by itself. */
const SHOWN_MS = 60_000;

type Told = { readonly answer: Answer<MissedNumber>; readonly at: Mark };
type Props = { readonly id: string; readonly caller: string };

/** A caller's number and what calls it, or why there is none; known here only, and only while it is shown. */
export function ShownNumber({ id, caller }: Props): JSX.Element {
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    let isThere = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    void numberAnswer()?.then((answer) => {
      if (!isThere) return;
      setTold({ answer, at: markNow() });
      timer = setTimeout(() => hideNumber(id), SHOWN_MS);
    });
    return () => {
      isThere = false;
      clearTimeout(timer);
    };
  }, [id]);
  return (
    <span className="mi-number">
      <span role="status">{told === null ? "" : <Said answer={told.answer} />}</span>
      {told?.answer.kind === "ok" ? <CallLink address={told.answer.value.callUrl} caller={caller} /> : null}
      {told === null ? null : <Left since={told.at} />}
    </span>
  );
}

function Said({ answer }: { readonly answer: Told["answer"] }): JSX.Element {
  const { number: words } = useMissedWords().missed;
  if (answer.kind === "ok") {
    const { number, name } = answer.value;
    return (
      <>
        <bdi className="sc-digits" dir="ltr">
          {number}
        </bdi>
        {name === null ? null : <bdi className="sc-name">{name}</bdi>}
      </>
    );
  }
  if (answer.kind === "no-answer") return <>{words.noAnswer}</>;
  if (answer.status === 410) return <>{words.notKept}</>;
  return <>{answer.status === 404 ? words.notHere : words.failed}</>;
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

/** The time until it is gone. */
function Left({ since }: { readonly since: Mark }): JSX.Element {
  const { formats } = useMissedWords();
  const now = useNow();
  const leftMs = SHOWN_MS - (now === null ? 0 : Math.max(0, elapsedMs(since, now)));
  return (
    <span className="sc-left" aria-hidden="true">
      {formats.duration(Math.max(0, leftMs))}
    </span>
  );
}
