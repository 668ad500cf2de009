import { DEFAULT_TARGET, defaultThresholds, type OpenHours, type SiteConfig } from "../../lib/config";
import { agentId, type QueueId, queueId } from "../../lib/vocabulary";
import { PEOPLE, type Person, type Skill } from "../../server/sources/simulator/centre/people";
import { QUEUE_PROFILES, type QueueProfile } from "../../server/sources/simulator/centre/queues";
import { siteOf } from "../../lib/testing/scenario";

/** A contact centre to be simulated: its queues and callers, and who works in it. */
export type Centre = {
  readonly name: string;
  readonly site: SiteConfig;
  readonly queues: readonly QueueProfile[];
  readonly people: readonly Person[];
  /** As in `DaySettings`. */
  readonly demand: number;
};

const OFFICE_HOURS: OpenHours = {
  weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => (day <= 5 ? [{ fromMinute: 8 * 60, toMinute: 18 * 60 }] : [])),
  closedDates: [],
};

type Shift = Person["shift"];
/** From before the doors open until the last caller is served. */
const OFFICE_DAY: Shift = { fromMinute: 7 * 60 + 45, toMinute: 18 * 60 + 15 };
const NIGHT: Shift = { fromMinute: 0, toMinute: 8 * 60 + 15 };
const EVENING: Shift = { fromMinute: 17 * 60 + 45, toMinute: 24 * 60 };

/** People of one shift; the meals of one half follow each other in its first part, those of the others in its last. */
const crew = (name: string, shift: Shift, skillsOf: readonly (readonly Skill[])[]): readonly Person[] =>
  skillsOf.map((skills, index) => ({
    id: agentId(`${name}-${index + 1}`),
    name: `${name} ${index + 1}`,
    skills,
    shift,
    meal: { atMinute: mealMinute(shift, index / skillsOf.length), minutes: 30, reason: "Lunch" },
  }));

/** Nobody eats while most call, shortly after the middle of the day. @param place 0 to 1 */
function mealMinute({ fromMinute, toMinute }: Shift, place: number): number {
  const length = toMinute - fromMinute;
  return fromMinute + length * (place < 0.5 ? 0.24 + 0.3 * place : 0.58 + 0.3 * (place - 0.5));
}

const profile = (id: QueueId, share: number, talkMedianMs: number): QueueProfile => ({
  id,
  share,
  talkMedianMs,
  talkSigma: 0.55,
  wrapUpMedianMs: 25_000,
  patienceMeanMs: 150_000,
  maxWaiting: null,
  overflow: null,
  exitKey: null,
  weight: 0,
});

const SERVICE = queueId("service");

/** Four seats and one queue. */
function oneQueue(hours: OpenHours | null): Centre {
  const all: readonly Skill[] = [{ queueId: SERVICE, penalty: 0 }];
  const around = [...crew("Night", NIGHT, [all, all, all]), ...crew("Evening", EVENING, [all, all, all])];
  return {
    name: "1 queue, 4 seats",
    site: siteWith([SERVICE], hours),
    queues: [profile(SERVICE, 1, 180_000)],
    people: [...crew("Day", OFFICE_DAY, [all, all, all, all]), ...(hours === null ? around : [])],
    demand: 0.3,
  };
}

/** The four queues and fourteen people of the demonstration; so many callers, and lunch at such times, as they can bear. */
function fourQueues(hours: OpenHours | null): Centre {
  return {
    name: "4 queues, 14 people",
    site: siteWith(
      QUEUE_PROFILES.map(({ id }) => id),
      hours,
    ),
    queues: QUEUE_PROFILES,
    people: PEOPLE.map((person, index) =>
      person.meal.reason === "Lunch"
        ? { ...person, meal: { ...person.meal, atMinute: mealMinute(OFFICE_DAY, (index % 8) / 8) } }
        : person,
    ),
    demand: 0.75,
  };
}

const TWELVE = Array.from({ length: 12 }, (_, index) => queueId(`line-${index + 1}`));

/** Everybody is in three of the queues. */
const threeOf = (index: number): readonly Skill[] =>
  [0, 1, 5].map((step, penalty) => ({ queueId: TWELVE[(index + step) % 12] ?? SERVICE, penalty }));

const team = (people: number): readonly (readonly Skill[])[] =>
  Array.from({ length: people }, (_, index) => threeOf(index));

function twelveQueues(hours: OpenHours | null): Centre {
  const around = [...crew("Night", NIGHT, team(24)), ...crew("Evening", EVENING, team(24))];
  return {
    name: "12 queues, 24 seats",
    site: siteWith(TWELVE, hours),
    queues: TWELVE.map((id, index) => profile(id, 1 / 12, 120_000 + 12_000 * index)),
    people: [...crew("Day", OFFICE_DAY, team(24)), ...(hours === null ? around : [])],
    demand: 2.8,
  };
}

function siteWith(ids: readonly QueueId[], hours: OpenHours | null): SiteConfig {
  const target = DEFAULT_TARGET;
  const thresholds = defaultThresholds(target);
  const queues = ids.map((id) => ({ id, name: id, target, thresholds, hours, wrapUpMs: null }));
  return { ...siteOf(), name: "Week", hours, queues };
}

const withOfficeHours = (centre: (hours: OpenHours | null) => Centre): Centre => {
  const made = centre(OFFICE_HOURS);
  return { ...made, name: `${made.name}, 08–18` };
};
const alwaysOpen = (centre: (hours: OpenHours | null) => Centre): Centre => {
  const made = centre(null);
  return { ...made, name: `${made.name}, 24 h` };
};

export const ONE_QUEUE = withOfficeHours(oneQueue);
export const FOUR_QUEUES = withOfficeHours(fourQueues);

/** Centres that reach their goal over the week: with office hours, and always open. */
export const CENTRES: readonly Centre[] = [
  ONE_QUEUE,
  alwaysOpen(oneQueue),
  FOUR_QUEUES,
  alwaysOpen(fourQueues),
  withOfficeHours(twelveQueues),
  alwaysOpen(twelveQueues),
];

/** The demonstration as it is: too few at lunch, on purpose. */
export const DEMONSTRATION: Centre = {
  ...fourQueues(null),
  name: "demonstration as it is",
  people: PEOPLE,
  demand: 1,
};
