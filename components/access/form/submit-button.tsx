import type { JSX } from "react";
import { useAccessWords } from "../use-access-words";

type Props = {
  readonly says: string;
  /** What was sent has no answer yet. */
  readonly sending: boolean;
  /** It cannot be sent now. */
  readonly held?: boolean;
};

/** Sends the form; keeps the focus while it is under way. */
export function SubmitButton({ says, sending, held = false }: Props): JSX.Element {
  const { signIn } = useAccessWords();
  return (
    <button type="submit" className="button button-first" aria-disabled={sending || held}>
      {sending ? signIn.sending : says}
    </button>
  );
}
