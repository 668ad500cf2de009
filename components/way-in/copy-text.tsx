import { type JSX, useRef, useState } from "react";
import { useWayInWords } from "../shared/speech/use-way-in-words";

type Props = {
  readonly text: string;
  /** Of pages that do not load the words of the way in. */
  readonly says?: { readonly copy: string; readonly copied: string };
};

const SAYS_SO_MS = 2_000;

/** A text to be typed elsewhere, and a button that copies it. */
export function CopyText({ text, says }: Props): JSX.Element {
  const { wayIn } = useWayInWords();
  const words = says ?? wayIn;
  const shown = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    if (!(await copyText(text, shown.current))) return;
    setCopied(true);
    setTimeout(() => setCopied(false), SAYS_SO_MS);
  };
  return (
    <div className="copy">
      <pre>
        <code ref={shown}>{text}</code>
      </pre>
      <button type="button" onClick={() => void copy()}>
        <span aria-live="polite">{copied ? words.copied : words.copy}</span>
      </button>
    </div>
  );
}

/** Over plain http there is no clipboard: then it is marked, and copied the old way. */
async function copyText(text: string, shown: HTMLElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (shown === null) return false;
    globalThis.getSelection()?.selectAllChildren(shown);
    return document.execCommand("copy");
  }
}
