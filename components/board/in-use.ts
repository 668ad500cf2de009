import { elapsedMs, type Mark, markNow } from "../shared/time/use-now";

/** Whoever touched neither key nor pointer for so long does not mind a page that is loaded anew. */
const IDLE_AFTER_MS = 30_000;
const TOUCHES = ["keydown", "pointerdown", "pointermove", "wheel", "touchstart"] as const;

let touched: Mark | null = null;
if (typeof document !== "undefined")
  for (const touch of TOUCHES)
    document.addEventListener(touch, () => (touched = markNow()), { capture: true, passive: true });

/** Whether somebody is at work here: loading the page anew would take something out of his hands. */
export function isInUse(): boolean {
  if (touched !== null && elapsedMs(touched, markNow()) < IDLE_AFTER_MS) return true;
  if (document.querySelector("dialog[open]") !== null) return true;
  const { activeElement } = document;
  return activeElement instanceof HTMLInputElement && isTyped(activeElement) && activeElement.value !== "";
}

const isTyped = ({ type }: HTMLInputElement): boolean => type === "search" || type === "text";
