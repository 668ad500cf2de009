import { type JSX, type KeyboardEvent, useCallback, useRef, useState } from "react";
import type { QueueId } from "../../../lib/vocabulary";
import { useDeskWords } from "../../shared/speech/use-desk-words";
import { addressOf, choose } from "../choice/use-choice";
import type { Choice } from "../choice/choice";
import { movedTo } from "../tables/row-cursor";
import { isFound, typedTo } from "./move";
import { QueueItem } from "./queue-item";
import { askingNote, type QueueLine } from "./queue-lines";
import { useSteadyOrder } from "./use-steady-order";

/** So many are seen at a glance. */
const FILTER_ABOVE = 8;
export const FILTER_ID = "sv-filter";

/** What the list shows of a queue, in the order chosen; the first is all of them together. */
export type ListedQueue = { readonly queueId: QueueId | null; readonly name: string; readonly line: QueueLine };

type Props = {
  readonly choice: Choice;
  readonly all: ListedQueue;
  readonly queues: readonly ListedQueue[];
};

/** The board's queues: where to look, and what at. */
export function QueueList({ choice, all, queues }: Props): JSX.Element {
  const words = useDeskWords();
  const { supervise } = words;
  const list = useRef<HTMLUListElement>(null);
  const picker = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  const hasFilter = queues.length > FILTER_ABOVE || choice.find !== "";
  const byId = new Map(queues.map((queue) => [queue.queueId, queue]));
  const { steady, hold } = useSteadyOrder(queues.map(({ queueId }) => queueId));
  const found = steady.flatMap((queueId) => {
    const queue = byId.get(queueId);
    return queue !== undefined && isFound(queue.name, choice.find) ? [queue] : [];
  });
  const shown = choice.find === "" ? [all, ...found] : found;
  const stopAt = Math.max(
    0,
    shown.findIndex(({ queueId }) => queueId === choice.queueId),
  );
  const chosen = byId.get(choice.queueId) ?? all;
  const note = askingNote(
    queues.map(({ line }) => line.state),
    words,
  );

  const onChoose = useCallback((queueId: QueueId | null): void => {
    setOpened(false);
    choose({ queueId });
    // Where the list closes, the focus would go with it; elsewhere this button is not there to take it.
    picker.current?.focus();
  }, []);
  const goTo = (index: number | null): void => {
    const queue = index === null ? undefined : shown[index];
    if (index === null || queue === undefined) return;
    choose({ queueId: queue.queueId }, "replace");
    list.current?.querySelectorAll("a")[index]?.focus();
  };
  const onListKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const links = [...(list.current?.querySelectorAll("a") ?? [])];
    const from = links.findIndex((link) => link === document.activeElement);
    const to = movedTo(event.key, from, shown.length);
    if (to !== null) {
      event.preventDefault();
      return goTo(to);
    }
    if (!/^\p{L}$/u.test(event.key)) return;
    // What is typed goes on in the filter, where there is one.
    if (hasFilter) document.getElementById(FILTER_ID)?.focus();
    else
      goTo(
        typedTo(
          event.key,
          from,
          shown.map(({ name }) => name),
        ),
      );
  };
  const onFilterKey = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown" || event.key === "Enter") {
      event.preventDefault();
      goTo(0);
    } else if (event.key === "Escape" && choice.find !== "") {
      event.preventDefault();
      choose({ find: "" }, "replace");
    }
  };

  return (
    <nav className="sv-queues" aria-labelledby="sv-queues" data-opened={opened} data-filter={hasFilter}>
      <button
        ref={picker}
        type="button"
        className="sv-picker"
        aria-expanded={opened}
        aria-controls="sv-queue-list"
        aria-label={`${supervise.queues.choose}: ${chosen.name}`}
        onClick={() => setOpened(!opened)}
      >
        <bdi>{chosen.name}</bdi>
        {note === null ? null : <span className="sv-picker-note">{note}</span>}
        <svg className="sv-chevron" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
          <path d="M2.500 4.500L6 8l3.500-3.500" fill="none" stroke="currentColor" strokeWidth="1.600" />
        </svg>
      </button>
      <div className="sv-queues-body" id="sv-queue-list">
        <div className="sv-cap">
          <h2 id="sv-queues">{supervise.queues.heading}</h2>
          <OrderSwitch order={choice.order} />
          <span className="sv-cap-end">{supervise.queues.today}</span>
        </div>
        {hasFilter ? (
          <label className="sv-filter">
            <input
              id={FILTER_ID}
              type="search"
              autoComplete="off"
              spellCheck={false}
              placeholder={supervise.queues.filter}
              aria-label={supervise.queues.filter}
              value={choice.find}
              onChange={({ target }) => choose({ find: target.value }, "replace")}
              onKeyDown={onFilterKey}
            />
            <kbd aria-hidden="true">/</kbd>
          </label>
        ) : null}
        <ul ref={list} className="sv-queue-list" onKeyDown={onListKey} {...hold}>
          {shown.map(({ queueId, name, line }, index) => (
            <QueueItem
              key={queueId ?? ""}
              {...line}
              queueId={queueId}
              name={name}
              address={addressOf({ ...choice, queueId })}
              isChosen={queueId === choice.queueId}
              isStop={index === stopAt}
              onChoose={onChoose}
            />
          ))}
        </ul>
        {queues.length === 0 ? <p className="sv-none">{supervise.queues.none}</p> : null}
        {queues.length > 0 && shown.length === 0 ? (
          <p className="sv-none" role="status">
            {supervise.queues.noneFound(choice.find)}
          </p>
        ) : null}
      </div>
    </nav>
  );
}

function OrderSwitch({ order }: { readonly order: Choice["order"] }): JSX.Element {
  const { queues } = useDeskWords().supervise;
  const says = order === "worst" ? queues.worstFirst : queues.byName;
  return (
    <button
      type="button"
      className="sv-order"
      aria-label={queues.orderedBy(says)}
      onClick={() => choose({ order: order === "worst" ? "name" : "worst" }, "replace")}
    >
      {says}
    </button>
  );
}
