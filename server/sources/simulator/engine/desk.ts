import { becomeFree } from "./floor";
import { type Agent, setState, type World } from "./world";

const TURNS_TO_DESK_EVERY_MS = 5 * 60_000;
const MIN_DESK_MS = 35_000;
const MAX_DESK_MS = 110_000;

/** In quiet moments people see to the mail, one at a time, while somebody else is free to answer. */
export function keepDesk(world: World, agent: Agent): void {
  const { agenda, day, random } = world;
  const nextMs = world.nowMs + 20_000 + random.desk.exponentialMs(TURNS_TO_DESK_EVERY_MS);
  if (nextMs >= day.endMs) return;
  agenda.at(nextMs, () => {
    if (mayTurnAway(world, agent)) turnToDesk(world, agent);
    keepDesk(world, agent);
  });
}

function mayTurnAway(world: World, agent: Agent): boolean {
  if (agent.state !== "available" || agent.duty.kind !== "working") return false;
  for (const line of world.lines.values()) if (line.waiting.length > 0) return false;
  const onShift = world.agents.filter(({ duty }) => duty.kind === "working");
  const free = onShift.filter(({ state }) => state === "available").length;
  return free >= 2 && onShift.every(({ state }) => state !== "paused");
}

function turnToDesk(world: World, agent: Agent): void {
  setState(world, agent, "paused", "Email");
  world.agenda.at(world.nowMs + world.random.desk.betweenMs(MIN_DESK_MS, MAX_DESK_MS), () => {
    if (agent.state === "paused" && agent.duty.kind === "working") becomeFree(world, agent);
  });
}
