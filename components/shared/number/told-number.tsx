import type { JSX } from "react";
import { elapsedMs, type Mark, useNow } from "../time/use-now";
import { useWords } from "../use-words";
import type { Told } from "./use-told";

type Caller = { readonly number: string; readonly name: string | null };
type Words = Readonly<Record<"noAnswer" | "notKept" | "notHere" | "failed", string>>;
type Props = {
  /** null: nothing yet. */
  readonly told: Told<Caller> | null;
  /** Why there is none. */
  readonly words: Words;
};

/** A caller's number and name, or why there is none; said to those who listen as it comes. */
export const ToldNumber = ({ told, words }: Props): JSX.Element => (
  <span role="status">{told === null ? "" : <Said answer={told.answer} words={words} />}</span>
);

function Said({ answer, words }: { readonly answer: Told<Caller>["answer"]; readonly words: Words }): JSX.Element {
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
  if (answer.kind === "no-answer") return <>{words.noAnswer}</>;
  if (answer.status === 410) return <>{words.notKept}</>;
  return <>{answer.status === 404 ? words.notHere : words.failed}</>;
}

/** The time until it is gone. */
export function Left({ since, shownMs }: { readonly since: Mark; readonly shownMs: number }): JSX.Element {
  const { formats } = useWords();
  const now = useNow();
  const leftMs = shownMs - (now === null ? 0 : Math.max(0, elapsedMs(since, now)));
  return (
    <span className="sc-left" aria-hidden="true">
      {formats.duration(Math.max(0, leftMs))}
    </span>
  );
}
