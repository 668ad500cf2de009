import type { JSX } from "react";
import type { MissedWords } from "../../../lib/words/en/missed/missed";

type Props = { readonly ended: boolean; readonly words: MissedWords["heads"] };

/** The columns' heads; on a telephone for those who listen. */
export const RowHeads = ({ ended, words }: Props): JSX.Element => (
  <div role="rowgroup" className="mi-heads">
    <div role="row" className="mi-row" aria-rowindex={1}>
      <span role="columnheader">{ended ? words.ended : words.due}</span>
      <span role="columnheader">{words.caller}</span>
      <span role="columnheader">{words.tried}</span>
      <span role="columnheader" className="mi-cell-who">
        {ended ? words.by : words.who}
      </span>
      <span role="columnheader" className="mi-cell-acts">
        <span className="sr-only">{words.acts}</span>
      </span>
    </div>
  </div>
);
