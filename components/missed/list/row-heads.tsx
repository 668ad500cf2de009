import type { JSX } from "react";
import type { MissedList } from "../../../lib/recovery/missed-api";
import type { MissedWords } from "../../../lib/words/en/missed/missed";

type Props = { readonly list: MissedList; readonly words: MissedWords["heads"] };

/** Whoever withheld his number is due at no time, and nobody has him. */
const headsOf = (list: MissedList, words: Props["words"]): readonly [first: string, who: string] => {
  if (list === "withheld") return [words.when, ""];
  return list === "ended" ? [words.ended, words.by] : [words.due, words.who];
};

/** The columns' heads; on a telephone for those who listen. */
export function RowHeads({ list, words }: Props): JSX.Element {
  const [first, who] = headsOf(list, words);
  return (
    <div role="rowgroup" className="mi-heads">
      <div role="row" className="mi-row" aria-rowindex={1}>
        <span role="columnheader">{first}</span>
        <span role="columnheader">{words.caller}</span>
        <span role="columnheader">{words.tried}</span>
        <span role="columnheader" className="mi-cell-who">
          {who}
        </span>
        <span role="columnheader" className="mi-cell-acts">
          <span className="sr-only">{words.acts}</span>
        </span>
      </div>
    </div>
  );
}
