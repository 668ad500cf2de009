import type { Revision } from "../../lib/events";
import type { Fold } from "../../lib/metrics/fold-state";
import type { SourceStatus } from "../../lib/metrics/snapshot-types";

export type RevisionsParts = {
  readonly fold: Pick<Fold, "version">;
  readonly statuses: () => readonly SourceStatus[];
  readonly alertsUndelivered: () => boolean;
  /** Names this run's numbering. */
  readonly epoch: string;
};

/** Numbers what boards show: a revision lasts until a figure, a feed's state or an alert is another. */
export type Revisions = {
  readonly now: () => Revision;
  /** As of the revision: within one a board says one thing. */
  readonly alertsUndelivered: () => boolean;
  /** Begins the next revision where something has changed, and has listeners told. */
  readonly showChanges: () => void;
  /** The same when other alerts fire, which nothing here can see. */
  readonly showAlerts: () => void;
  /** Told at most once an event-loop turn. @returns unsubscribe */
  readonly onChange: (listener: () => void) => () => void;
};

export function createRevisions({ fold, statuses, alertsUndelivered, epoch }: RevisionsParts): Revisions {
  const listeners = new Set<() => void>();
  let revision: Revision = { epoch, number: 0 };
  let shownVersion = fold.version;
  let shownFeeds = "";
  let shownUndelivered = false;
  let alertsChanged = false;
  let tellingListeners = false;

  const tellListeners = (): void => {
    tellingListeners = false;
    for (const listener of listeners) listener();
  };

  const showChanges = (): void => {
    const nowFeeds = statuses()
      .map(({ state }) => state)
      .join();
    const nowUndelivered = alertsUndelivered();
    if (nowUndelivered !== shownUndelivered) alertsChanged = true;
    if (fold.version === shownVersion && nowFeeds === shownFeeds && !alertsChanged) return;
    alertsChanged = false;
    shownUndelivered = nowUndelivered;
    shownVersion = fold.version;
    shownFeeds = nowFeeds;
    revision = { epoch, number: revision.number + 1 };
    if (tellingListeners) return;
    tellingListeners = true;
    setImmediate(tellListeners);
  };

  return {
    now: () => revision,
    alertsUndelivered: () => shownUndelivered,
    showChanges,
    showAlerts: () => {
      alertsChanged = true;
      showChanges();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
