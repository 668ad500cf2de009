import type { Calendar } from "../../../lib/calendar";
import type { SimulatorSourceConfig, SiteConfig } from "../../../lib/config";
import type { ToldEvent, SourceEvent } from "../../../lib/events";
import type { QueueId } from "../../../lib/vocabulary";
import type { Clock } from "../../clock";
import type { Source, SourceResume, SourceSink } from "../source";
import { PEOPLE } from "./centre/people";
import { QUEUE_PROFILES } from "./centre/queues";
import { HANDOVER_MS } from "./centre/roster";
import { createLocalMinute } from "./local-minute";
import { createPlay, type Play } from "./play";
import { playPrefix, simulateDay } from "./simulate-day";

type Surroundings = { readonly site: SiteConfig; readonly calendar: Calendar; readonly clock: Clock };

const BATCH = 2_000;
const PROOF_EVERY_MS = 1_000;
/** What was heard last may not have reached the log in one piece. */
const OVERLAP_MS = 10 * 60_000;

/**
 * A seeded small contact centre: the day so far at once, then what happens as it happens. The same seed plays the
 * same day again with the same keys, so a restart continues it.
 */
export function createSimulatorSource(config: SimulatorSourceConfig, surroundings: Surroundings): Source {
  return {
    id: config.id,
    kind: config.kind,
    probe: async () => null,
    start: async (sink, resume, signal) => {
      if (signal.aborted) return;
      sink.state("connecting", "The built-in contact centre opens");
      const nowMs = surroundings.clock.nowMs();
      const beginning = whereToBegin(surroundings.calendar, resume, nowMs);
      const play = createSeededPlay(config, surroundings, beginning);
      sink.state("syncing", "The day so far is played");
      sink.events(firstWords(config, resume, beginning, nowMs));
      playUntil(play, sink, nowMs);
      sink.state("live", "");
      await playOn(play, sink, surroundings.clock, signal);
    },
  };
}

type Beginning = {
  /** The instant from which events are handed on. */
  readonly fromMs: number;
  /** Whether the log reaches that far, so that nothing is missing. */
  readonly continues: boolean;
};

/** Never more than yesterday and today are told after a pause. */
function whereToBegin(calendar: Calendar, { heardUntilMs }: SourceResume, nowMs: number): Beginning {
  const today = calendar.businessDay(nowMs);
  const yesterday = calendar.businessDay(today.startMs - 1);
  if (heardUntilMs !== null && heardUntilMs >= yesterday.startMs) {
    return { fromMs: Math.max(Math.min(heardUntilMs, nowMs) - OVERLAP_MS, yesterday.startMs), continues: true };
  }
  // Shortly after a day's start the people of the day before are still at work.
  return { fromMs: nowMs < today.startMs + HANDOVER_MS ? yesterday.startMs : today.startMs, continues: false };
}

function createSeededPlay(
  { seed }: SimulatorSourceConfig,
  { site, calendar }: Surroundings,
  { fromMs, continues }: Beginning,
): Play {
  const localMinuteOf = createLocalMinute(site.timeZone);
  const hoursOf = new Map(site.queues.map((queue) => [queue.id, queue.hours]));
  const isOpen = (queueId: QueueId, atMs: number): boolean => {
    const hours = hoursOf.get(queueId);
    return calendar.isOpen(hours === undefined ? site.hours : hours, atMs);
  };
  // The last calls of the day before may reach into the first hour.
  const firstDay = calendar.businessDay(continues ? fromMs - HANDOVER_MS : fromMs);
  const play = createPlay(firstDay, calendar.businessDay, (day) =>
    simulateDay({
      seed,
      day,
      localMinuteOf,
      queues: QUEUE_PROFILES,
      people: PEOPLE,
      demand: 1,
      departures: [],
      isOpen,
    }),
  );
  play.dropBefore(fromMs);
  return play;
}

/** That it is heard again, and what became of whom it will never hear of again: callers of other plays and lost days. */
function firstWords(
  { seed }: SimulatorSourceConfig,
  { openVisits, heardUntilMs }: SourceResume,
  { fromMs, continues }: Beginning,
  nowMs: number,
): readonly SourceEvent[] {
  const word = (what: string, atMs: number, event: ToldEvent): SourceEvent => ({
    sourceKey: `${what}/${nowMs}`,
    atMs,
    receivedAtMs: atMs,
    event,
  });
  const words = [word("connected", fromMs, { type: "source.connected", restarted: false })];
  if (heardUntilMs !== null && !continues) {
    words.push(word("gap", fromMs, { type: "source.gap", fromMs: heardUntilMs, toMs: fromMs, filled: false }));
  }
  for (const { queueId, contactId, stay, answeredAtMs, offeredAtMs } of openVisits) {
    const comesBack = continues && contactId.startsWith(playPrefix(seed));
    if (comesBack || answeredAtMs !== null) continue;
    const lost: ToldEvent = { type: "contact.lost", queueId, contactId, stay };
    words.push(word(`lost-${queueId}-${contactId}-${stay}`, Math.max(fromMs, offeredAtMs), lost));
  }
  return words;
}

function playUntil(play: Play, sink: SourceSink, atMs: number): void {
  for (;;) {
    const batch = play.takeUntil(atMs, BATCH);
    if (batch.length === 0) return;
    sink.events(batch);
  }
}

/** One timer, set to the next thing to say. */
function playOn(play: Play, sink: SourceSink, clock: Clock, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let proofDueMs = clock.nowMs();
    const step = (): void => {
      const nowMs = clock.nowMs();
      playUntil(play, sink, nowMs);
      // A clock that was set back must not silence the proofs.
      if (nowMs >= proofDueMs || proofDueMs - nowMs > PROOF_EVERY_MS) {
        sink.proof(nowMs);
        proofDueMs = nowMs + PROOF_EVERY_MS;
      }
      if (signal.aborted) return resolve();
      timer = setTimeout(step, Math.max(1, Math.min(play.nextAtMs(), proofDueMs) - nowMs));
    };
    const stop = (): void => {
      if (timer !== null) clearTimeout(timer);
      resolve();
    };
    signal.addEventListener("abort", stop, { once: true });
    step();
  });
}
