import { useEffect } from "react";
import { create } from "zustand";
import type { Me } from "../../lib/access/access-types";
import { reconnectDelayMs } from "../board/reconnect-delay";
import { onRefused } from "../board/refusals";
import { ask, whenUnknown } from "./ask";

type Known = {
  /** null: not told yet. */
  readonly me: Me | null;
  /** Whether the server answered when it was asked last; null: not asked yet. */
  readonly answers: boolean | null;
};

const useKnown = create<Known>(() => ({ me: null, answers: null }));

let begun = false;
let failures = 0;
let retry: ReturnType<typeof setTimeout> | undefined;
let asking: Promise<void> | null = null;
/** What was told while a question was under way is newer than its answer. */
let told = 0;

/** Who this browser is, as the server says. null: not known yet. */
export function useMe(): Me | null {
  useEffect(begin, []);
  return useKnown(({ me }) => me);
}

/** Whether the server answered when it was asked last who this is; null: not asked yet. */
export const useAnswers = (): boolean | null => useKnown(({ answers }) => answers);

/** For those who look once, not again with every change. */
export const meNow = (): Me | null => useKnown.getState().me;

/** Takes what the server said of this browser in another answer, such as signing in. */
export function tellMe(me: Me): void {
  told += 1;
  keep(me);
}

/** Asks anew: this browser may be somebody else by now, or nobody. Until there is an answer the last one holds. */
export function askAgain(): Promise<void> {
  asking ??= askOnce().finally(() => {
    asking = null;
  });
  return asking;
}

async function askOnce(): Promise<void> {
  clearTimeout(retry);
  const toldBefore = told;
  const answer = await ask<Me>("GET", "/api/v1/me");
  if (answer.kind === "ok") {
    failures = 0;
    if (told === toldBefore) keep(answer.value);
    return;
  }
  useKnown.setState({ answers: false });
  retry = setTimeout(() => void askAgain(), reconnectDelayMs(failures, Math.random()));
  failures += 1;
}

/** The same answer again draws nothing. */
function keep(me: Me): void {
  useKnown.setState((before) => ({
    me: JSON.stringify(before.me) === JSON.stringify(me) ? before.me : me,
    answers: true,
  }));
}

function begin(): void {
  if (begun) return;
  begun = true;
  whenUnknown(() => void askAgain());
  onRefused(() => void askAgain());
  // A page that comes back from the browser's memory shows what was there before somebody signed out.
  globalThis.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) void askAgain();
  });
  void askAgain();
}
