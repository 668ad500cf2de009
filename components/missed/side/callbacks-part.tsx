import type { JSX } from "react";
import { Empty } from "../../alerts/side/empty";
import { limitText } from "../figures/limit-text";
import type { MissedMeta } from "../list/use-missed-list";
import { useMissedWords } from "../use-missed-words";

/** RE52: callbacks asked for today, promised against kept. */
export function CallbacksPart({ meta }: { readonly meta: MissedMeta }): JSX.Element {
  const { missed, formats } = useMissedWords();
  const { callbacks: words } = missed;
  const { asked, kept, late, open } = meta.callbacks;
  const { count } = formats;
  return (
    <section className="mi-part" aria-labelledby="mi-callbacks">
      <h2 id="mi-callbacks">{words.heading}</h2>
      {asked === 0 ? (
        <Empty title={words.none} means={words.noneMeans} />
      ) : (
        <div className="mi-facts">
          <p className="mi-fact">{words.kept(count(kept), count(asked))}</p>
          {late === 0 ? null : <p>{words.late(late, count(late))}</p>}
          {open === 0 ? null : <p>{words.open(open, count(open))}</p>}
          <p className="mi-more">{words.promised(limitText(meta.limitMs, count))}</p>
        </div>
      )}
    </section>
  );
}
