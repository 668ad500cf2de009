import { useEffect, useRef, useSyncExternalStore } from "react";
import type { AlertView } from "../../../lib/alerts/alert-types";
import { sayAlert } from "../../../lib/words/alerts/say-alert";
import type { AlertTexts } from "../../../lib/words/load/alerts";
import { type Loud, newLoud } from "./new-loud";
import { createRemembered } from "./remembered";

/** `none`: this browser has no notifications. `off`: not asked for, or turned off here. */
export type NotifyState = "none" | "off" | "on" | "blocked";

const wanted = createRemembered("pickup.alert-notifications");

/** Tells over other windows what becomes loud while the page is open. Asks the browser only when somebody says so. */
export function useNotifications(
  alerts: readonly AlertView[],
  nowMs: number,
  words: AlertTexts,
): { readonly state: NotifyState; readonly toggle: () => void } {
  const isWanted = wanted.useIsOn();
  const permission = useSyncExternalStore(subscribe, permissionNow, () => null);
  const state = stateOf(permission, isWanted);
  const shown = useRef(new Map<string, Notification>());
  const ids = useRef<Loud["ids"]>(null);
  useEffect(() => {
    const loud = newLoud(ids.current, alerts);
    ids.current = loud.ids;
    for (const id of loud.ended) {
      shown.current.get(id)?.close();
      shown.current.delete(id);
    }
    if (state !== "on") return;
    for (const alert of loud.begun) {
      const notification = notify(alert, nowMs, words);
      if (notification !== null) shown.current.set(alert.id, notification);
    }
  }, [alerts, nowMs, words, state]);
  return { state, toggle };

  function toggle(): void {
    if (state === "on") return wanted.set(false);
    wanted.set(true);
    if (permission === "default") void Notification.requestPermission().then(answered, answered);
  }
}

const listeners = new Set<() => void>();
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
function answered(): void {
  for (const listener of listeners) listener();
}

const permissionNow = (): NotificationPermission | null =>
  typeof Notification === "undefined" ? null : Notification.permission;

function stateOf(permission: NotificationPermission | null, isWanted: boolean): NotifyState {
  if (permission === null) return "none";
  if (permission === "denied") return "blocked";
  return permission === "granted" && isWanted ? "on" : "off";
}

/** @returns null: the browser has the name, but shows none from a page (on telephones) */
function notify(alert: AlertView, nowMs: number, { say, formats }: AlertTexts): Notification | null {
  const { title, says } = sayAlert(alert, say, formats, nowMs);
  try {
    // Of one tag only one is shown, however many tabs are open.
    const notification = new Notification(title, {
      body: `${say.severities[alert.severity]} · ${says}`,
      tag: alert.id,
    });
    notification.addEventListener("click", () => {
      globalThis.focus();
      notification.close();
    });
    return notification;
  } catch {
    return null;
  }
}
