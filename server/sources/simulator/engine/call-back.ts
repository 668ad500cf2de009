import type { SourceEvent, ToldEvent } from "../../../../lib/events";
import type { AgentId, QueueId } from "../../../../lib/vocabulary";
import type { Random } from "../random";
import { type FreeTime, freeTimes } from "./free-times";
import { missedCallers, type MissedCaller } from "./missed-callers";

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
/** Of those who did not come back by themselves, whom somebody calls and reaches. */
const REACHED = 0.85;
const SOONEST_MS = 5 * MINUTE_MS;
const LATEST_MS = 100 * MINUTE_MS;
/** Half of them are seen to within this. */
const MEDIAN_MS = 28 * MINUTE_MS;
const LONGEST_TALK_MS = 5 * MINUTE_MS;
/** Before he dials and after he hung up he is free to be rung. */
const BREATH_MS = 2_000;

type Day = {
  readonly endMs: number;
  readonly keyPrefix: string;
  readonly random: Random;
  readonly isOpen: (queueId: QueueId, atMs: number) => boolean;
};

/**
 * The day with the calls that its people make, in quiet moments, to callers whom they missed. Nobody who calls would
 * have been rung meanwhile: whatever else happened that day stays as it was, under its keys.
 */
export function callBack(events: readonly SourceEvent[], day: Day): readonly SourceEvent[] {
  const free = freeTimes(events);
  const calls: SourceEvent[] = [];
  const tell = (atMs: number, event: ToldEvent): void => {
    const sourceKey = `${day.keyPrefix}/out/${calls.length}`;
    calls.push({ sourceKey, atMs, receivedAtMs: atMs, event });
  };
  const stateOf = (atMs: number, agentId: AgentId, state: "on-contact" | "available"): void =>
    tell(atMs, { type: "agent.state-changed", agentId, queueId: null, state, reason: null, sinceAtMs: atMs });

  for (const missed of missedCallers(events)) {
    // Each caller's own draws: who else was missed does not move them.
    const random = day.random.fork(missed.contactId);
    if (!random.chance(REACHED)) continue;
    const afterMs = Math.max(SOONEST_MS, random.lognormalMs(MEDIAN_MS, 0.7));
    const ringMs = random.betweenMs(4_000, 16_000);
    const talkMs = Math.min(Math.max(20_000, random.lognormalMs(75_000, 0.5)), LONGEST_TALK_MS);
    // Whoever called at night is called in the morning.
    const openMs = openFrom(day, missed);
    const untilMs = Math.min(openMs + LATEST_MS, missed.answeredAtMs ?? Infinity, day.endMs);
    const time = takeFree(free, missed, openMs + afterMs, untilMs, ringMs + talkMs);
    if (time === null || !day.isOpen(missed.queueId, time.fromMs)) continue;
    const { agentId, fromMs } = time;
    stateOf(fromMs, agentId, "on-contact");
    tell(fromMs + ringMs, { type: "outbound.answered", caller: missed.caller, agentId });
    stateOf(fromMs + ringMs + talkMs, agentId, "available");
  }
  return [...events, ...calls].sort((one, other) => one.atMs - other.atMs);
}

/** From when on the queue he tried works: at once, or from its next quarter-hour of open time on. */
function openFrom({ isOpen, endMs }: Day, { queueId, atMs }: MissedCaller): number {
  if (isOpen(queueId, atMs)) return atMs;
  let fromMs = Math.ceil(atMs / QUARTER_MS) * QUARTER_MS;
  while (fromMs < endMs && !isOpen(queueId, fromMs)) fromMs += QUARTER_MS;
  return fromMs;
}

/** The first free time of somebody of the queue; what is left of it stays free. */
function takeFree(
  free: FreeTime[],
  { queueId }: MissedCaller,
  earliestMs: number,
  untilMs: number,
  lastsMs: number,
): { readonly agentId: AgentId; readonly fromMs: number } | null {
  for (const time of free) {
    const fromMs = Math.max(time.fromMs + BREATH_MS, earliestMs);
    if (fromMs >= untilMs || fromMs + lastsMs + BREATH_MS > time.toMs || !time.queues.has(queueId)) continue;
    free.splice(free.indexOf(time), 1, { ...time, toMs: fromMs }, { ...time, fromMs: fromMs + lastsMs });
    return { agentId: time.agentId, fromMs };
  }
  return null;
}
