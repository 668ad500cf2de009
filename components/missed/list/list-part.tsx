import { type JSX, useRef } from "react";
import type { QueueId } from "../../../lib/vocabulary";
import type { SiteClock } from "../../shared/time/site-clock";
import type { MissedActs } from "../acts/use-missed-acts";
import type { MissedChoice } from "../choice/missed-choice";
import { useMissedWords } from "../use-missed-words";
import { EmptyList } from "./empty-list";
import type { Reading } from "./missed-item";
import { MissedRows } from "./missed-rows";
import type { MissedListState } from "./use-missed-list";

const BONES = [1, 2, 3, 4, 5, 6];

type Props = {
  readonly choice: MissedChoice;
  readonly list: MissedListState;
  readonly names: ReadonlyMap<QueueId, string>;
  readonly clock: SiteClock;
  readonly minuteMs: number;
  readonly reader: Reading;
  readonly acts: MissedActs;
  readonly sendingIds: ReadonlySet<string>;
};

/** A list, that nobody is in it, or its shape while it is on its way. */
export function ListPart({ choice, list, ...rest }: Props): JSX.Element {
  const { missed } = useMissedWords();
  const { meta, rows, see } = list;
  const hadFocus = useRef(false);
  if (meta === null)
    return (
      <div className="mi-bones" aria-busy="true">
        {BONES.map((bone) => (
          <span key={bone} className="st-bone" aria-hidden="true" />
        ))}
      </div>
    );
  return (
    <div onFocus={() => (hadFocus.current = true)} onBlur={() => (hadFocus.current = false)}>
      {rows.total === 0 ? (
        <EmptyList choice={choice} takesFocus={hadFocus} />
      ) : (
        <MissedRows
          {...rest}
          rows={rows}
          see={see}
          label={missed.lists[choice.list]}
          list={choice.list}
          hadFocus={hadFocus}
        />
      )}
    </div>
  );
}
