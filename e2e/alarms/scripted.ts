import type { KeptEvent, LoggedEvent } from "../../lib/events";
import { agentId, contactId, type QueueId } from "../../lib/vocabulary";
import { createRandom } from "../../server/sources/simulator/random";
import { HOUR_MS, SOURCE } from "./week";

/** One call: when it comes, and how long until somebody answers. */
type Call = { readonly atMs: number; readonly waitMs: number };

const MINUTE_MS = 60_000;
const TALK_MS = 3 * MINUTE_MS;
const PEOPLE = 30;

/** Two hours in which everybody is answered soon, then one in which four of ten wait past a minute. */
export function hourOfLateCalls(
  queueId: QueueId,
  seed: number,
  startMs: number,
  perHour: number,
): readonly LoggedEvent[] {
  const random = createRandom(`late-${seed}-${perHour}`);
  const calls: Call[] = [];
  for (
    let atMs = startMs - 2 * HOUR_MS;
    atMs < startMs + HOUR_MS;
    atMs += random.exponentialMs(HOUR_MS / perHour) + 1
  ) {
    const isLate = atMs >= startMs && random.chance(0.4);
    calls.push({ atMs, waitMs: isLate ? random.betweenMs(61_000, 120_000) : random.betweenMs(5_000, 20_000) });
  }
  return tell(queueId, calls, startMs);
}

/** Two callers who wait for five minutes and a half, among others who do not. */
export function longWaits(queueId: QueueId, startMs: number): readonly LoggedEvent[] {
  const every = Array.from({ length: 30 }, (_, index) => ({
    atMs: startMs - HOUR_MS + index * 4 * MINUTE_MS,
    waitMs: 10_000,
  }));
  const long = [0, 20_000].map((afterMs) => ({ atMs: startMs + afterMs, waitMs: 5.5 * MINUTE_MS }));
  return tell(queueId, [...every, ...long], startMs);
}

/** Enough people who are there since the morning, and the calls, in order. */
function tell(queueId: QueueId, calls: readonly Call[], startMs: number): readonly LoggedEvent[] {
  const facts: { readonly atMs: number; readonly event: KeptEvent }[] = [];
  const morningMs = startMs - 2 * HOUR_MS;
  for (let index = 0; index < PEOPLE; index += 1) {
    const agent = { agentId: agentId(`person-${index}`) };
    facts.push({ atMs: morningMs, event: { type: "agent.joined", ...agent, queueId, name: null, penalty: null } });
    const state = { state: "available", reason: null, sinceAtMs: morningMs, queueId: null } as const;
    facts.push({ atMs: morningMs, event: { type: "agent.state-changed", ...agent, ...state } });
  }
  calls.forEach(({ atMs, waitMs }, index) => {
    const visit = { queueId, contactId: contactId(`call-${index}`), stay: 1 };
    const agent = agentId(`person-${index % PEOPLE}`);
    facts.push({ atMs, event: { type: "contact.offered", ...visit, channel: "voice", caller: null, via: "direct" } });
    facts.push({ atMs: atMs + waitMs, event: { type: "contact.answered", ...visit, agentId: agent } });
    const done = { talkMs: TALK_MS, holdMs: 0, wrapUpMs: 0, endedBy: "caller", agentId: agent } as const;
    facts.push({ atMs: atMs + waitMs + TALK_MS, event: { type: "contact.completed", ...visit, ...done } });
  });
  return facts
    .sort((one, other) => one.atMs - other.atMs)
    .map(({ atMs, event }, index) => ({
      seq: index + 1,
      sourceId: SOURCE,
      sourceKey: `scripted/${index}`,
      atMs,
      receivedAtMs: atMs,
      event,
    }));
}
