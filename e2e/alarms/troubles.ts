import type { LoggedEvent } from "../../lib/events";
import type { QueueId } from "../../lib/vocabulary";
import type { Departure } from "../../server/sources/simulator/centre/roster";
import type { Centre } from "./centres";
import { hourOfLateCalls, longWaits } from "./scripted";
import { DAY_MS, HOUR_MS, MONDAY_MS, playDays, type Span } from "./week";

/** Something that goes wrong on an ordinary Tuesday. */
export type Trouble = {
  readonly name: string;
  readonly startMs: number;
  /** What the source tells until an hour after the start. */
  readonly play: (centre: Centre, seed: number) => readonly LoggedEvent[];
  /** Whether the source says nothing from the start on. */
  readonly isSilence: boolean;
};

const TUESDAY_MS = MONDAY_MS + DAY_MS;
const NOON_MS = TUESDAY_MS + 12 * HOUR_MS;
const TEN_MS = TUESDAY_MS + 10 * HOUR_MS;

export const spanOf = ({ startMs }: Trouble): Span => ({ fromMs: TUESDAY_MS, toMs: startMs + HOUR_MS });

/** Who is at work at noon, those at lunch too. */
const atWorkAtNoon = ({ people }: Centre): Centre["people"] =>
  people.filter(({ shift }) => shift.fromMinute <= 12 * 60 && shift.toMinute > 12 * 60);

/** Some of those at work at noon go home. @param of so many stay one */
const goHome = (centre: Centre, isGone: (index: number) => boolean): readonly Departure[] =>
  atWorkAtNoon(centre)
    .filter((_, index) => isGone(index))
    .map(({ id }) => ({ agentId: id, atMs: NOON_MS, queueId: null }));

const leaveQueue = ({ people }: Centre, queueId: QueueId): readonly Departure[] =>
  people.map(({ id }) => ({ agentId: id, atMs: TEN_MS, queueId }));

const trouble = (name: string, startMs: number, departures: (centre: Centre) => readonly Departure[]): Trouble => ({
  name,
  startMs,
  play: (centre, seed) => playDays(centre, seed, { fromMs: TUESDAY_MS, toMs: startMs + HOUR_MS }, departures(centre)),
  isSilence: false,
});

const scripted = (name: string, play: Trouble["play"]): Trouble => ({ name, startMs: TEN_MS, play, isSilence: false });

const firstQueue = ({ queues }: Centre): QueueId => {
  const [queue] = queues;
  if (queue === undefined) throw new Error("A centre without queues");
  return queue.id;
};

export const COLLAPSE = trouble("half leave at noon", NOON_MS, (centre) => goHome(centre, (index) => index % 2 === 0));

export const TROUBLES: readonly Trouble[] = [
  COLLAPSE,
  trouble("three of four leave at noon", NOON_MS, (centre) => goHome(centre, (index) => index % 4 !== 3)),
  trouble("all leave one queue", TEN_MS, (centre) => leaveQueue(centre, firstQueue(centre))),
  scripted("an hour at 60 %, 15 calls", (centre, seed) => hourOfLateCalls(firstQueue(centre), seed, TEN_MS, 15)),
  scripted("an hour at 60 %, 30 calls", (centre, seed) => hourOfLateCalls(firstQueue(centre), seed, TEN_MS, 30)),
  scripted("an hour at 60 %, 60 calls", (centre, seed) => hourOfLateCalls(firstQueue(centre), seed, TEN_MS, 60)),
  scripted("callers wait 5 minutes", (centre) => longWaits(firstQueue(centre), TEN_MS)),
  { ...trouble("the source falls silent", TEN_MS, () => []), isSilence: true },
];
