import { useSyncExternalStore } from "react";

const STORED_AS = "pickup.single-keys";
const listeners = new Set<() => void>();
let wanted: boolean | null = null;

function areWanted(): boolean {
  if (wanted !== null) return wanted;
  try {
    wanted = localStorage.getItem(STORED_AS) !== "off";
  } catch {
    wanted = true;
  }
  return wanted;
}

function setWanted(next: boolean): void {
  wanted = next;
  try {
    localStorage.setItem(STORED_AS, next ? "on" : "off");
  } catch {
    // A browser that keeps nothing asks again next time.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Whether keys of one character do something (WCAG 2.1.4: who speaks to his computer turns them off). */
export const useSingleKeys = (): readonly [wanted: boolean, setWanted: (next: boolean) => void] => [
  useSyncExternalStore(subscribe, areWanted, () => true),
  setWanted,
];
