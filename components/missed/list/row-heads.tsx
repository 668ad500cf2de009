import type { JSX } from "react";
import type { MissedList } from "../../../lib/recovery/missed-api";
import type { MissedWords } from "../../../lib/words/en/missed/missed";

type Props = { readonly list: MissedList; readonly words: MissedWords["heads"] };

/** Whoever withheld his number is due at no time. */
function firstOf(list: MissedList, words: Props["words"]): string {
  if (list === "withheld") return words.when;
  return list === "ended" ? words.ended : words.due;
}

/** The columns' heads; on a telephone, and where nobody can have anybody, for those who listen. */
export function RowHeads({ list, words }: Props): JSX.Element {
  return (
    <div role="rowgroup" className="mi-heads">
      <div role="row" className="mi-row" aria-rowindex={1}>
        <span role="columnheader">{firstOf(list, words)}</span>
        <span role="columnheader">{words.caller}</span>
        <span role="columnheader">{words.tried}</span>
        <span role="columnheader" className="mi-cell-who">
          <span className={list === "withheld" ? "sr-only" : undefined}>{list === "ended" ? words.by : words.who}</span>
        </span>
        <span role="columnheader" className="mi-cell-acts">
          <span className="sr-only">{words.acts}</span>
        </span>
      </div>
    </div>
  );
}
