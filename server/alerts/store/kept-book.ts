import { type AlertBook, bookFromRows } from "../../../lib/alerts/alert-book";
import { type AlertChange, type AlertRow, viewOf } from "../../../lib/alerts/state/alert-row";
import { assertNever } from "../../../lib/vocabulary";
import type { AlertNews } from "../../notify/channel";
import type { AlertStore } from "./open-alerts";

const FIRED = "fired";

/** What fired when the server stopped fires on. */
export function loadBook({ standing }: AlertStore): AlertBook {
  const alerts = [...standing.all().values()].map((text) => JSON.parse(text) as AlertRow);
  return bookFromRows({ alerts, firedCount: standing.counter(FIRED) });
}

export type Keeping = {
  readonly changes: readonly AlertChange[];
  readonly firedCount: number;
  /** Those that are told what names no channels. */
  readonly channelIds: readonly string[];
  readonly atMs: number;
};

/** AL46: how alerts stand and what is to be told of them, in one transaction. @throws when the disk refuses */
export function keepChanges(store: AlertStore, { changes, firedCount, channelIds, atMs }: Keeping): void {
  const { standing, past, outbox } = store;
  store.atOnce(() => {
    standing.setCounter(FIRED, firedCount);
    for (const change of changes) {
      const { alert } = change;
      if (change.kind === "resolved") {
        standing.remove(alert.id);
        past.add(change.past);
      } else {
        standing.put(alert.id, JSON.stringify(alert));
      }
      const news = newsOf(change);
      if (news === null) continue;
      const told = channelIds.filter((id) => alert.channelIds === null || alert.channelIds.includes(id));
      outbox.add(
        told.map((channelId) => ({ channelId, news })),
        atMs,
      );
    }
  });
}

/** What people are told of a change; null: nothing. */
function newsOf(change: AlertChange): AlertNews | null {
  const { alert } = change;
  switch (change.kind) {
    case "fired":
    case "told":
      return alert.told ? { kind: "fired", alert: viewOf(alert, false) } : null;
    case "resolved":
      return alert.told ? { kind: "resolved", alert: change.past } : null;
    case "muted":
    case "turned":
    case "acknowledged":
    case "acknowledgement-lapsed":
    case "acknowledgement-taken-back":
      return null;
    default:
      return assertNever(change);
  }
}
