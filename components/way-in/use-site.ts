import { useEffect, useState } from "react";
import { readSite, type Site } from "./read-site";

const ASK_EVERY_MS = 5_000;

/** What the server says of itself, asked again and again; drawn when it changed. null: not known yet. */
export function useSite(): Site | null {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const answer = await readSite(stop.signal);
      if (stop.signal.aborted) return;
      setText(JSON.stringify(answer));
      timer = setTimeout(() => void ask(), ASK_EVERY_MS);
    };
    void ask();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, []);
  return text === null ? null : (JSON.parse(text) as Site);
}
