import type { SourceEvent } from "../../../lib/events";
import { contactId, type QueueId } from "../../../lib/vocabulary";
import { drawCaller } from "./centre/callers";
import { drawArrivals, drawQueue } from "./centre/demand";
import type { Person } from "./centre/people";
import type { QueueProfile } from "./centre/queues";
import { type DayPlan, type Departure, planDay, sendHome } from "./centre/roster";
import { createAgenda } from "./engine/agenda";
import { callBack } from "./engine/call-back";
import { becomeFree, changeDuty, leaveQueue } from "./engine/floor";
import { keepDesk } from "./engine/desk";
import { arrive } from "./engine/journey";
import { type Agent, tell, type World } from "./engine/world";
import { createRandom } from "./random";

export type DaySettings = {
  readonly seed: number;
  /** The business day, its end excluded; its last callers are served past the end, up to HANDOVER_MS. */
  readonly day: { readonly startMs: number; readonly endMs: number };
  /** Minutes after the site's midnight, 0 to 1439. */
  readonly localMinuteOf: (atMs: number) => number;
  readonly queues: readonly QueueProfile[];
  readonly people: readonly Person[];
  /** How many call: 1 is what the demonstration's people are there for. */
  readonly demand: number;
  /** Who leaves though the roster says otherwise. */
  readonly departures: readonly Departure[];
  readonly isOpen: (queueId: QueueId, atMs: number) => boolean;
};

/** Rises when the play changes: a day begun by an older version is then not continued under its keys. */
const PLAY_VERSION = 1;

/** How the ids of every contact and event of a seed's days begin. */
export const playPrefix = (seed: number): string => `v${PLAY_VERSION}-${seed}-`;

/**
 * Plays one business day of the small contact centre. Pure: the same settings give the same events with the same
 * keys, in the order of their instants, and every contact offered in it comes to its end in it.
 */
export function simulateDay(settings: DaySettings): readonly SourceEvent[] {
  const { seed, day, localMinuteOf, queues, people, demand, departures, isOpen } = settings;
  const keyPrefix = `${playPrefix(seed)}${day.startMs.toString(36)}`;
  const random = createRandom(keyPrefix);
  const plans = sendHome(planDay(random.fork("roster"), people, day, localMinuteOf), departures);
  let contacts = 0;
  const world: World = {
    day,
    agenda: createAgenda(),
    agents: plans.map(agentOf),
    lines: new Map(queues.map((profile) => [profile.id, { profile, waiting: [] }])),
    random: {
      callers: random.fork("callers"),
      waits: random.fork("waits"),
      work: random.fork("work"),
      desk: random.fork("desk"),
    },
    isOpen,
    newContactId: () => contactId(`${keyPrefix}-${(contacts += 1)}`),
    events: [],
    keyPrefix,
    nowMs: day.startMs,
  };
  plans.forEach((plan, index) => {
    const agent = world.agents[index];
    if (agent !== undefined) schedulePerson(world, agent, plan);
  });
  for (const { agentId, atMs, queueId } of departures) {
    const agent = world.agents.find(({ person }) => person.id === agentId);
    if (agent !== undefined && queueId !== null) world.agenda.at(atMs, () => leaveQueue(world, agent, queueId));
  }
  const choices = random.fork("choices");
  for (const atMs of drawArrivals(random.fork("arrivals"), day, localMinuteOf, demand)) {
    const line = world.lines.get(drawQueue(choices, queues).id);
    const caller = drawCaller(choices);
    if (line !== undefined) world.agenda.at(atMs, () => arrive(world, line, caller, 1));
  }
  for (let entry = world.agenda.next(); entry !== null; entry = world.agenda.next()) {
    world.nowMs = entry.atMs;
    entry.run();
  }
  return callBack(world.events, { endMs: day.endMs, keyPrefix, random: random.fork("calls-back"), isOpen });
}

const agentOf = ({ person, ownedUntilMs, first }: DayPlan): Agent => ({
  person,
  skills: person.skills,
  ownedUntilMs,
  state: null,
  duty: first,
  freeSinceMs: 0,
});

function schedulePerson(world: World, agent: Agent, plan: DayPlan): void {
  const { person, ownedFromMs, changes } = plan;
  const { agenda, day } = world;
  agenda.at(day.startMs, () => {
    for (const { queueId, penalty } of person.skills) {
      tell(world, { type: "agent.joined", agentId: person.id, queueId, name: person.name, penalty });
    }
  });
  agenda.at(ownedFromMs, () => {
    becomeFree(world, agent);
    keepDesk(world, agent);
  });
  for (const { atMs, duty } of changes) agenda.at(atMs, () => changeDuty(world, agent, duty));
}
