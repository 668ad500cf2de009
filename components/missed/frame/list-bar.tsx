import type { JSX, MouseEvent } from "react";
import { MISSED_LISTS } from "../../../lib/recovery/missed-api";
import { MISSED_WHYS } from "../../../lib/recovery/recovery-types";
import type { QueueId } from "../../../lib/vocabulary";
import { chooseMissed, missedAddressOf } from "../choice/use-missed-choice";
import type { MissedChoice } from "../choice/missed-choice";
import type { MissedMeta } from "../list/use-missed-list";
import { useMissedWords } from "../use-missed-words";

type Props = {
  readonly choice: MissedChoice;
  /** null: not known yet. */
  readonly counts: MissedMeta["counts"] | null;
  readonly names: ReadonlyMap<QueueId, string>;
  readonly handles: boolean;
  readonly onHelp: () => void;
};

const whyOf = (value: string): MissedChoice["why"] => MISSED_WHYS.find((each) => each === value) ?? null;

/** RE40: which list, of which queue, missed why. */
export function ListBar({ choice, counts, names, handles, onHelp }: Props): JSX.Element {
  const { missed, formats } = useMissedWords();
  const { lists, filter, causes, keys } = missed;
  const queueIds = [...names.keys()];
  // A queue of an old link is still what is looked at.
  if (choice.queueId !== null && !names.has(choice.queueId)) queueIds.unshift(choice.queueId);
  return (
    <div className="mi-bar">
      <nav className="mi-lists" aria-label={lists.label}>
        {MISSED_LISTS.filter((list) => handles || list !== "mine").map((list) => (
          <a
            key={list}
            href={missedAddressOf({ ...choice, list })}
            aria-current={list === choice.list ? "page" : undefined}
            onClick={(event) => stay(event, () => chooseMissed({ list }))}
          >
            {lists[list]}
            {counts === null ? null : <span className="mi-count">{formats.count(counts[list])}</span>}
          </a>
        ))}
      </nav>
      <div className="mi-filters">
        <select
          className="al-how-long"
          aria-label={filter.queue}
          value={choice.queueId ?? ""}
          onChange={({ target }) => chooseMissed({ queueId: queueIds.find((id) => id === target.value) ?? null })}
        >
          <option value="">{filter.allQueues}</option>
          {queueIds.map((id) => (
            <option key={id} value={id}>
              {names.get(id) ?? id}
            </option>
          ))}
        </select>
        <select
          className="al-how-long"
          aria-label={filter.why}
          value={choice.why ?? ""}
          onChange={({ target }) => chooseMissed({ why: whyOf(target.value) })}
        >
          <option value="">{filter.anyWhy}</option>
          {MISSED_WHYS.map((why) => (
            <option key={why} value={why}>
              {filter[why]}
            </option>
          ))}
        </select>
        <a className="mi-jump" href="#mi-side">
          {causes.heading}
        </a>
        <button type="button" className="mi-link mi-help" aria-haspopup="dialog" onClick={onHelp}>
          {keys.open} <kbd>?</kbd>
        </button>
      </div>
    </div>
  );
}

/** A link that changes what this page shows; in a tab of its own where that was asked for. */
function stay(event: MouseEvent, change: () => void): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  change();
}
