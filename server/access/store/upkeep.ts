import type { Clock } from "../../clock";
import { errorText } from "../../store/libsql/errors";
import type { DisplayBook } from "../displays/displays";
import type { SessionsBook } from "../sessions/sessions";
import type { PrunableAuditTrail } from "../trail/audit-trail";
import type { Changes } from "./changes";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** How long the audit trail is kept. */
const TRAIL_KEPT_MS = 366 * DAY_MS;

type Books = {
  readonly clock: Clock;
  readonly log: (line: string) => void;
  readonly pollMs: number;
  readonly changes: Changes;
  readonly sessions: Pick<SessionsBook, "expire">;
  readonly displays: Pick<DisplayBook, "tidy">;
  readonly auditTrail: Pick<PrunableAuditTrail, "prune" | "lookAhead">;
};

/** What has to be done without anybody asking: seeing what others wrote, ending what time has ended. */
export function createUpkeep({ clock, log, pollMs, changes, sessions, displays, auditTrail }: Books): {
  readonly stop: () => void;
} {
  const eachMinute = createTurn(clock, MINUTE_MS, displays.tidy);
  const eachDay = createTurn(clock, DAY_MS, () => auditTrail.prune(clock.nowMs() - TRAIL_KEPT_MS));
  let isFailing = false;

  /** By itself each: what fails keeps nothing else from being done. */
  const steps: readonly (() => void)[] = [
    changes.look,
    () => {
      if (sessions.expire()) changes.changed();
    },
    eachMinute,
    eachDay,
    auditTrail.lookAhead,
  ];

  const timer = setInterval(() => {
    const [first] = steps.flatMap(problemOf);
    // It is tried again in a moment; said once, it is not said twice a second.
    if (first !== undefined && !isFailing) log(`The accounts cannot be looked after: ${first}`);
    isFailing = first !== undefined;
  }, pollMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

function problemOf(step: () => void): readonly string[] {
  try {
    step();
    return [];
  } catch (error) {
    return [errorText(error)];
  }
}

/** Work that is done at most once in a while, also where the clock was set back. */
function createTurn(clock: Clock, everyMs: number, work: () => unknown): () => void {
  let doneAtMs: number | null = null;
  return () => {
    const nowMs = clock.nowMs();
    if (doneAtMs !== null && nowMs >= doneAtMs && nowMs - doneAtMs < everyMs) return;
    work();
    doneAtMs = nowMs;
  };
}
