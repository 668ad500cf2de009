import { useEffect, useMemo, useState } from "react";
import { readSite, type Site } from "./read-site";

const ASK_EVERY_MS = 5_000;

/** What the server said of itself last, and whether it still answers. */
export type AskedSite = {
  /** null: it has said nothing yet. */
  readonly site: Site | null;
  /** null: it has not been asked yet. */
  readonly answers: boolean | null;
};

/** Asks the server again and again; drawn when the answer is another one. */
export function useSite(): AskedSite {
  const [text, setText] = useState<string | null>(null);
  const [answers, setAnswers] = useState<boolean | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const site = await readSite(stop.signal);
      if (stop.signal.aborted) return;
      setAnswers(site !== null);
      if (site !== null) setText(JSON.stringify(site));
      timer = setTimeout(() => void ask(), ASK_EVERY_MS);
    };
    void ask();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, []);
  const site = useMemo(() => (text === null ? null : (JSON.parse(text) as Site)), [text]);
  return { site, answers };
}
