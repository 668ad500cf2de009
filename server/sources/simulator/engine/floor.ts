import { assertNever, type QueueId } from "../../../../lib/vocabulary";
import type { Skill } from "../centre/people";
import { type Duty, HANDOVER_REASON } from "../centre/roster";
import { type Agent, type Call, type Line, lineOf, setState, tell, visitOf, type World } from "./world";

const RING_LIMIT_MS = 15_000;
const RING_UNANSWERED = 0.035;
const PAUSED_AFTER_UNANSWERED = 0.3;
const COOL_DOWN_MS = 4_000;
const MAX_TALK_MS = 13 * 60_000;
const MAX_WRAP_UP_MS = 90_000;

/** Rings at the best free person: lowest penalty, then longest free. The caller waits on where nobody is free. */
export function seekAgent(world: World, call: Call, exceptFor: Agent | null = null): void {
  let best: Agent | null = null;
  let bestPenalty = Number.POSITIVE_INFINITY;
  for (const agent of world.agents) {
    const skill = skillFor(agent, call.line);
    if (agent.state !== "available" || agent === exceptFor || skill === null) continue;
    const isBetter =
      skill.penalty < bestPenalty ||
      (skill.penalty === bestPenalty && best !== null && agent.freeSinceMs < best.freeSinceMs);
    if (!isBetter) continue;
    best = agent;
    bestPenalty = skill.penalty;
  }
  if (best !== null) ring(world, best, call);
}

const skillFor = (agent: Agent, line: Line): Skill | null =>
  agent.skills.find((skill) => skill.queueId === line.profile.id) ?? null;

/** Whoever is free takes the heaviest queue's caller, then the one who has waited longest. */
function seekCall(world: World, agent: Agent): void {
  const call = nextCall(world, agent);
  if (call !== null) ring(world, agent, call);
}

function nextCall(world: World, agent: Agent): Call | null {
  let best: Call | null = null;
  for (const { queueId } of agent.skills) {
    const call = lineOf(world, queueId)?.waiting.find(({ phase }) => phase === "waiting");
    if (call === undefined) continue;
    const heavier = best === null ? 1 : call.line.profile.weight - best.line.profile.weight;
    if (best === null || heavier > 0 || (heavier === 0 && call.offeredAtMs < best.offeredAtMs)) best = call;
  }
  return best;
}

function ring(world: World, agent: Agent, call: Call): void {
  const { work } = world.random;
  call.phase = "ringing";
  call.agent = agent;
  setState(world, agent, "ringing", null);
  const stillRings = (): boolean => call.phase === "ringing" && call.agent === agent;
  if (work.chance(RING_UNANSWERED)) {
    world.agenda.at(world.nowMs + RING_LIMIT_MS, () => {
      if (stillRings()) letRing(world, agent, call);
    });
    return;
  }
  const ringMs = Math.min(1_500 + work.lognormalMs(3_200, 0.5), RING_LIMIT_MS - 1_000);
  world.agenda.at(world.nowMs + ringMs, () => {
    if (stillRings()) answer(world, agent, call);
  });
}

function letRing(world: World, agent: Agent, call: Call): void {
  tell(world, {
    type: "agent.rang-unanswered",
    ...visitOf(call),
    agentId: agent.person.id,
    ringMs: RING_LIMIT_MS,
  });
  call.phase = "waiting";
  call.agent = null;
  if (agent.duty.kind === "working" && world.random.work.chance(PAUSED_AFTER_UNANSWERED)) {
    setState(world, agent, "paused", "No answer");
    world.agenda.at(world.nowMs + world.random.work.betweenMs(40_000, 100_000), () => {
      if (agent.state === "paused" && agent.duty.kind === "working") becomeFree(world, agent);
    });
  } else {
    applyDuty(world, agent);
    world.agenda.at(world.nowMs + COOL_DOWN_MS, () => {
      if (agent.state === "available") seekCall(world, agent);
    });
  }
  seekAgent(world, call, agent);
}

/** The caller is gone while it rang. */
export function stopRinging(world: World, call: Call): void {
  const { agent } = call;
  call.agent = null;
  if (agent !== null) becomeFree(world, agent);
}

/** Takes the caller out of the queue; what else would have ended the wait is called off. */
export function leaveLine(call: Call): void {
  for (const alarm of call.alarms) alarm.cancel();
  call.alarms.length = 0;
  call.line.waiting.splice(call.line.waiting.indexOf(call), 1);
}

function answer(world: World, agent: Agent, call: Call): void {
  const { work } = world.random;
  const { profile } = call.line;
  leaveLine(call);
  call.phase = "talking";
  call.wasAnswered = true;
  tell(world, { type: "contact.answered", ...visitOf(call), agentId: agent.person.id });
  setState(world, agent, "on-contact", null);
  const wrapUpMs = Math.min(work.lognormalMs(profile.wrapUpMedianMs, 0.5), MAX_WRAP_UP_MS);
  const drawnMs = Math.max(8_000, work.lognormalMs(profile.talkMedianMs, profile.talkSigma));
  const connectedMs = Math.min(drawnMs, MAX_TALK_MS, agent.ownedUntilMs - world.nowMs - wrapUpMs - 1_000);
  const holdMs = work.chance(0.18) ? Math.round(connectedMs * work.between(0.05, 0.3)) : 0;
  world.agenda.at(world.nowMs + connectedMs, () => {
    call.phase = "over";
    call.agent = null;
    tell(world, {
      type: "contact.completed",
      ...visitOf(call),
      agentId: agent.person.id,
      talkMs: connectedMs - holdMs,
      holdMs,
      wrapUpMs,
      endedBy: work.chance(0.58) ? "caller" : work.chance(0.9) ? "agent" : "transfer",
    });
    wrapUp(world, agent, wrapUpMs);
  });
}

function wrapUp(world: World, agent: Agent, wrapUpMs: number): void {
  setState(world, agent, "wrap-up", null);
  world.agenda.at(world.nowMs + wrapUpMs, () => becomeFree(world, agent));
}

/** Somebody without a call at hand does what the roster says; free is who then looks for a caller. */
export function becomeFree(world: World, agent: Agent): void {
  applyDuty(world, agent);
  if (agent.state === "available") seekCall(world, agent);
}

function applyDuty(world: World, agent: Agent): void {
  const { duty } = agent;
  switch (duty.kind) {
    case "working":
      return setState(world, agent, "available", null);
    case "finishing":
      if (nextCall(world, agent) !== null) return setState(world, agent, "available", null);
      return setState(world, agent, "paused", HANDOVER_REASON);
    case "paused":
      return setState(world, agent, "paused", duty.reason);
    case "off":
      return setState(world, agent, "logged-out", null);
    default:
      assertNever(duty);
  }
}

/** No further call of that queue rings here. */
export function leaveQueue(world: World, agent: Agent, queueId: QueueId): void {
  agent.skills = agent.skills.filter((skill) => skill.queueId !== queueId);
  tell(world, { type: "agent.left", agentId: agent.person.id, queueId });
}

/** A new duty begins at once, or after the call at hand. */
export function changeDuty(world: World, agent: Agent, duty: Duty): void {
  agent.duty = duty;
  const { state } = agent;
  if (state === null || state === "available" || state === "paused" || state === "logged-out") becomeFree(world, agent);
}
