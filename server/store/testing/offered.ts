import type { KeptEvent } from "../../../lib/events";
import { callerAlias, contactId, queueId, sourceId } from "../../../lib/vocabulary";
import type { NewEvent } from "../store";

export const NINE_MS = Date.UTC(2026, 10, 23, 9);

/** A contact offered at 09:00 plus `afterMs`, as `source` tells it under `key`. */
export function offered(key: string, afterMs = 0, source = "pbx"): NewEvent {
  const event: KeptEvent = {
    type: "contact.offered",
    queueId: queueId("sales"),
    contactId: contactId(key),
    stay: 1,
    channel: "voice",
    caller: callerAlias("dYb3nQ0w5xkVJv1mC2sT7A"),
    via: "direct",
  };
  const atMs = NINE_MS + afterMs;
  return { sourceId: sourceId(source), sourceKey: key, atMs, receivedAtMs: atMs + 3, event };
}
