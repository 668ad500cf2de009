import { type JSX, useEffect, useRef, useState } from "react";
import { problemText } from "../../access/form/answer-text";
import { Problem } from "../../access/form/problem";
import type { Answer } from "../../access/ask";
import { useSettingsWords } from "../frame/use-settings-words";

type Props = {
  /** What happens then, in a sentence. */
  readonly means: string;
  /** What the second press is for. */
  readonly confirm: string;
  readonly ask: () => Promise<Answer<unknown>>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

/** Asks once more, in place, before something is done that others will notice. */
export function AskTwice({ means, confirm, ask, onDone, onCancel }: Props): JSX.Element {
  const words = useSettingsWords();
  const way = useRef<HTMLButtonElement>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // On the way back: a key pressed twice by mistake must do nothing.
  useEffect(() => way.current?.focus(), []);
  const send = async (): Promise<void> => {
    if (sending) return;
    setSending(true);
    setProblem(null);
    const answer = await ask();
    setSending(false);
    if (answer.kind === "ok") onDone();
    else setProblem(problemText(answer, words));
  };
  return (
    <>
      <p className="sl-means">{means}</p>
      <Problem says={problem} />
      <p className="sl-buttons">
        <button type="button" className="button button-act" aria-disabled={sending} onClick={() => void send()}>
          {sending ? words.signIn.sending : confirm}
        </button>
        <button ref={way} type="button" className="button" onClick={onCancel}>
          {words.parts.cancel}
        </button>
      </p>
    </>
  );
}
