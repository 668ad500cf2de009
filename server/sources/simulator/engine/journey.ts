import type { Caller } from "../../../../lib/events";
import { leaveLine, seekAgent, stopRinging } from "./floor";
import { type Call, type Line, lineOf, tell, visitOf, type World } from "./world";

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
/** Some hang up at once: they misdialled, or do not like the music. */
const IMPATIENT = 0.025;
/** Of those who gave up or were sent away, who tries again; fewer each time. */
const CALLS_AGAIN = 0.6;
const MAX_ATTEMPTS = 4;
/** Of those who were served, who has another question later in the day. */
const ASKS_AGAIN = 0.035;
const CALLS_WHILE_CLOSED = 0.25;
/** After the end of the day its last callers wait no longer than this. */
const LAST_PATIENCE_MS = 4 * MINUTE_MS;

/** Somebody dials the queue's number. */
export function arrive(world: World, line: Line, caller: Caller, attempt: number): void {
  const { profile, waiting } = line;
  const { waits } = world.random;
  const call: Call = {
    contactId: world.newContactId(),
    caller,
    attempt,
    line,
    offeredAtMs: world.nowMs,
    phase: "greeted",
    wasAnswered: false,
    agent: null,
    alarms: [],
  };
  if (!world.isOpen(profile.id, world.nowMs)) {
    if (waits.chance(CALLS_WHILE_CLOSED)) refuse(world, call, "closed");
    return;
  }
  if (profile.maxWaiting !== null && waiting.length >= profile.maxWaiting) {
    refuse(world, call, "full");
    callAgainSoon(world, call);
    return;
  }
  const patienceMs = waits.chance(IMPATIENT)
    ? waits.betweenMs(900, 4_800)
    : 25 * SECOND_MS + waits.exponentialMs(profile.patienceMeanMs);
  askAgainLater(world, call);
  wait(world, call, "direct", patienceMs);
}

function refuse(world: World, call: Call, reason: "full" | "closed"): void {
  call.phase = "over";
  tell(world, { type: "contact.refused", ...visitOf(call), channel: "voice", caller: call.caller, reason });
}

function wait(world: World, call: Call, via: "direct" | "overflow", patienceMs: number): void {
  const { profile, waiting } = call.line;
  call.offeredAtMs = world.nowMs;
  waiting.push(call);
  tell(world, { type: "contact.offered", ...visitOf(call), channel: "voice", caller: call.caller, via });

  const givesUpAtMs = Math.min(world.nowMs + patienceMs, Math.max(world.nowMs, world.day.endMs) + LAST_PATIENCE_MS);
  call.alarms.push(world.agenda.at(givesUpAtMs, () => abandon(world, call)));
  const { exitKey, overflow } = profile;
  if (exitKey !== null && world.random.waits.chance(exitKey.probability)) {
    const pressedAfterMs = exitKey.afterMs + world.random.waits.betweenMs(1_500, 9_000);
    call.alarms.push(world.agenda.at(world.nowMs + pressedAfterMs, () => pressKey(world, call)));
  }
  if (overflow !== null) {
    const to = lineOf(world, overflow.to);
    if (to !== null) {
      const leavesAtMs = world.nowMs + overflow.afterMs;
      call.alarms.push(world.agenda.at(leavesAtMs, () => goOn(world, call, to, givesUpAtMs - leavesAtMs)));
    }
  }
  if (via === "overflow") return lookForAgent(world, call);
  const greetingMs = world.random.waits.betweenMs(4 * SECOND_MS, 8 * SECOND_MS);
  call.alarms.push(world.agenda.at(world.nowMs + greetingMs, () => lookForAgent(world, call)));
}

/** The greeting has been heard: from now on the call rings where somebody is free. */
function lookForAgent(world: World, call: Call): void {
  call.phase = "waiting";
  seekAgent(world, call);
}

function abandon(world: World, call: Call): void {
  end(world, call, () => tell(world, { type: "contact.abandoned", ...visitOf(call) }));
  callAgainSoon(world, call);
}

function pressKey(world: World, call: Call): void {
  end(world, call, () => tell(world, { type: "contact.overflowed", ...visitOf(call), reason: "key", toQueueId: null }));
}

function end(world: World, call: Call, say: () => void): void {
  const rang = call.phase === "ringing";
  leaveLine(call);
  call.phase = "over";
  say();
  if (rang) stopRinging(world, call);
}

/** The wait was too long: the same contact joins another queue. Once it rings, the call stays. */
function goOn(world: World, call: Call, to: Line, patienceMs: number): void {
  if (call.phase !== "waiting") return;
  const from = visitOf(call);
  leaveLine(call);
  tell(world, { type: "contact.overflowed", ...from, reason: "timeout", toQueueId: to.profile.id });
  call.line = to;
  wait(world, call, "overflow", patienceMs);
}

function callAgainSoon(world: World, call: Call): void {
  const { callers } = world.random;
  if (call.attempt >= MAX_ATTEMPTS || !callers.chance(CALLS_AGAIN / call.attempt)) return;
  dial(world, call.line, call.caller, call.attempt + 1, 25 * SECOND_MS + callers.exponentialMs(5 * MINUTE_MS));
}

function askAgainLater(world: World, call: Call): void {
  const { callers } = world.random;
  if (!callers.chance(ASKS_AGAIN)) return;
  const afterMs = callers.betweenMs(35 * MINUTE_MS, 200 * MINUTE_MS);
  world.agenda.at(world.nowMs + afterMs, () => {
    if (call.wasAnswered) dial(world, call.line, call.caller, 1, 0);
  });
}

/** A call of this day only: who would call after its end belongs to no one. */
function dial(world: World, line: Line, caller: Caller, attempt: number, afterMs: number): void {
  const atMs = world.nowMs + afterMs;
  if (atMs < world.day.endMs) world.agenda.at(atMs, () => arrive(world, line, caller, attempt));
}
