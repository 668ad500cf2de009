import type { AgentState, Caller, ToldEvent, SourceEvent } from "../../../../lib/events";
import type { ContactId, QueueId } from "../../../../lib/vocabulary";
import type { Person, Skill } from "../centre/people";
import type { QueueProfile } from "../centre/queues";
import type { Duty } from "../centre/roster";
import type { Random } from "../random";
import type { Agenda, Alarm } from "./agenda";

/** One caller's attempt, from arrival to the end. */
export type Call = {
  readonly contactId: ContactId;
  readonly caller: Caller;
  /** 1 for the first call about a matter, 2 for the next. */
  readonly attempt: number;
  line: Line;
  offeredAtMs: number;
  phase: "greeted" | "waiting" | "ringing" | "talking" | "over";
  wasAnswered: boolean;
  /** Who it rings at or who talks to the caller. */
  agent: Agent | null;
  /** What would end the wait. */
  readonly alarms: Alarm[];
};

/** A queue with its callers in the order of arrival, those who ring somewhere included. */
export type Line = { readonly profile: QueueProfile; readonly waiting: Call[] };

export type Agent = {
  readonly person: Person;
  /** The queues this person is in now. */
  skills: readonly Skill[];
  /** All work of this day must be done by then. */
  readonly ownedUntilMs: number;
  /** null: the day has not taken over this person yet. */
  state: AgentState | null;
  duty: Duty;
  freeSinceMs: number;
};

/** A business day being played. Everything in it happens by way of the agenda. */
export type World = {
  readonly day: { readonly startMs: number; readonly endMs: number };
  readonly agenda: Agenda;
  readonly agents: readonly Agent[];
  readonly lines: ReadonlyMap<QueueId, Line>;
  /** Separate streams, so that a change to one concern leaves the others' draws alone. */
  readonly random: { readonly callers: Random; readonly waits: Random; readonly work: Random; readonly desk: Random };
  readonly isOpen: (queueId: QueueId, atMs: number) => boolean;
  readonly newContactId: () => ContactId;
  readonly events: SourceEvent[];
  readonly keyPrefix: string;
  nowMs: number;
};

export function tell(world: World, event: ToldEvent): void {
  world.events.push({
    sourceKey: `${world.keyPrefix}/${world.events.length}`,
    atMs: world.nowMs,
    receivedAtMs: world.nowMs,
    event,
  });
}

/** The day's own name of a visit; nobody comes back to a queue within one call here. */
export const visitOf = (call: Call): { queueId: QueueId; contactId: ContactId; stay: number } => ({
  queueId: call.line.profile.id,
  contactId: call.contactId,
  stay: 1,
});

export function setState(world: World, agent: Agent, state: AgentState, reason: string | null): void {
  if (state === "available") agent.freeSinceMs = world.nowMs;
  agent.state = state;
  tell(world, {
    type: "agent.state-changed",
    agentId: agent.person.id,
    queueId: null,
    state,
    reason,
    sinceAtMs: world.nowMs,
  });
}

export const lineOf = (world: World, queueId: QueueId): Line | null => world.lines.get(queueId) ?? null;
