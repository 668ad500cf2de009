import { type JSX, type RefObject, useEffect, useRef } from "react";
import type { MissedChoice } from "../choice/missed-choice";
import { chooseMissed } from "../choice/use-missed-choice";
import { useMissedWords } from "../use-missed-words";

type Props = {
  readonly choice: MissedChoice;
  /** The last one here went while the reader was at it: what stands in its place takes the focus. */
  readonly takesFocus: RefObject<boolean>;
};

/** In place of a list that has nobody in it: who would be here. */
export function EmptyList({ choice, takesFocus }: Props): JSX.Element {
  const { empty, filter } = useMissedWords().missed;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus.current) box.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const isFiltered = choice.queueId !== null || choice.why !== null;
  return (
    <div ref={box} tabIndex={-1} className="al-empty mi-empty">
      <p className="al-empty-title">{isFiltered ? empty.filtered : empty[choice.list]}</p>
      <p>{isFiltered ? empty.filteredMeans : empty[`${choice.list}Means`]}</p>
      {isFiltered ? (
        <p>
          <button type="button" className="mi-link" onClick={() => chooseMissed({ queueId: null, why: null })}>
            {filter.reset}
          </button>
        </p>
      ) : null}
    </div>
  );
}
