import { type JSX, memo, type MouseEvent } from "react";
import type { QueueId } from "../../../lib/vocabulary";
import { StateMark } from "../../shared/state-mark";
import type { QueueLine } from "./queue-lines";

type Props = QueueLine & {
  /** null: all queues together. */
  readonly queueId: QueueId | null;
  readonly name: string;
  readonly address: string;
  readonly isChosen: boolean;
  /** The one that Tab reaches. */
  readonly isStop: boolean;
  readonly onChoose: (queueId: QueueId | null) => void;
};

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A queue in the list: how it stands, and the way to it. */
export const QueueItem = memo(function QueueItem(props: Props): JSX.Element {
  const { queueId, name, address, isChosen, isStop, onChoose } = props;
  return (
    <li>
      <a
        className="sv-queue"
        href={address}
        data-queue={queueId ?? ""}
        data-stale={props.state === "no-data"}
        aria-current={isChosen ? "true" : undefined}
        tabIndex={isStop ? 0 : -1}
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          onChoose(queueId);
        }}
      >
        <StateMark state={props.state} word={false} />
        <bdi className="sv-queue-name">{name}</bdi>
        <span className="sv-queue-level" data-judgement={props.levelState} data-figure="serviceLevel">
          {props.level}
        </span>
        <span className="sv-queue-says" title={[props.waiting, props.people].filter(Boolean).join(" · ")}>
          <span data-judgement={props.waitState}>{props.waiting}</span>
          {props.people === null ? null : <> · {props.people}</>}
        </span>
      </a>
    </li>
  );
});
