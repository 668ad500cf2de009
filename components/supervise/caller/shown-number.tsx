import { type JSX, useEffect, useState } from "react";
import type { RevealedCaller } from "../../../lib/access/access-types";
import type { Answer } from "../../access/ask";
import { elapsedMs, type Mark, markNow, useNow } from "../../shared/time/use-now";
import { useDeskWords } from "../../shared/speech/use-desk-words";
import type { TableWords } from "../../../lib/words/en/desk/tables";
import { answerNow, hideNumber } from "./open-number";

/** So long a number stands there by itself. */
const SHOWN_MS = 30_000;

type Told = { readonly answer: Answer<RevealedCaller>; readonly at: Mark };

/** A caller's number and name, or why there is none; known here only, and only while it is shown. */
export function ShownNumber({ id, place }: { readonly id: string; readonly place: string }): JSX.Element {
  const { tables } = useDeskWords();
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    let isThere = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    void answerNow()?.then((answer) => {
      if (!isThere) return;
      setTold({ answer, at: markNow() });
      timer = setTimeout(() => hideNumber(place), SHOWN_MS);
    });
    return () => {
      isThere = false;
      clearTimeout(timer);
    };
  }, [place]);
  return (
    <span className="sc-number" id={id}>
      <span role="status">{told === null ? "" : <Said answer={told.answer} words={tables} />}</span>
      {told === null ? null : <Left since={told.at} />}
    </span>
  );
}

function Said({ answer, words }: { readonly answer: Told["answer"]; readonly words: TableWords }): JSX.Element {
  if (answer.kind === "ok") {
    const { number, name } = answer.value;
    return (
      <>
        <bdi className="sc-digits" dir="ltr">
          {number}
        </bdi>
        {name === null ? null : (
          <>
            {" "}
            <bdi className="sc-name">{name}</bdi>
          </>
        )}
      </>
    );
  }
  return <>{problemOf(answer, words)}</>;
}

function problemOf(answer: Exclude<Told["answer"], { readonly kind: "ok" }>, { caller }: TableWords): string {
  if (answer.kind === "no-answer") return caller.noAnswer;
  if (answer.status === 410) return caller.notKept;
  return answer.status === 404 ? caller.notHere : caller.failed;
}

/** The seconds until it is gone. */
function Left({ since }: { readonly since: Mark }): JSX.Element {
  const { formats } = useDeskWords();
  const now = useNow();
  const leftMs = SHOWN_MS - (now === null ? 0 : Math.max(0, elapsedMs(since, now)));
  return (
    <span className="sc-left" aria-hidden="true">
      {formats.duration(Math.max(0, leftMs))}
    </span>
  );
}
