import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCalendar } from "../../../lib/calendar";
import { bareSite, type OpenHours, type SiteConfig } from "../../../lib/config";
import type { SourceEvent } from "../../../lib/events";
import type { OpenVisit } from "../../../lib/metrics/open-visits";
import { sourceId } from "../../../lib/vocabulary";
import { systemClock } from "../../clock";
import type { SourceResume, SourceSink } from "../source";
import { createSimulatorSource } from "./simulator-source";
import { tally } from "./testing/tally";
import { NOTHING_KNOWN } from "../source";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const at = (text: string): number => Date.parse(text);

const site = (timeZone: string, dayStartsAtMinute = 0, hours: OpenHours | null = null): SiteConfig => ({
  ...bareSite("Test", timeZone),
  dayStartsAtMinute,
  hours,
});

type Heard = {
  readonly batches: (readonly SourceEvent[])[];
  readonly states: string[];
  readonly proofs: number[];
  readonly problems: string[];
  readonly events: () => readonly SourceEvent[];
  readonly stop: () => Promise<void>;
};

/** Starts the source as of the fake clock and writes down all it says. */
function listen(resume: SourceResume = NOTHING_KNOWN, where = site("Europe/Berlin"), seed = 2026): Heard {
  const abort = new AbortController();
  const heard = {
    batches: [] as (readonly SourceEvent[])[],
    states: [] as string[],
    proofs: [] as number[],
    problems: [] as string[],
  };
  const source = createSimulatorSource(
    { kind: "simulator", id: sourceId("demo"), seed },
    { site: where, calendar: createCalendar(where.timeZone, where.dayStartsAtMinute), clock: systemClock },
  );
  const ended = source.start(
    {
      events: (batch) => heard.batches.push(batch),
      state: (state) => heard.states.push(state),
      proof: (atMs) => heard.proofs.push(atMs),
      problem: (what) => heard.problems.push(what),
    },
    resume,
    abort.signal,
  );
  return {
    ...heard,
    events: () => heard.batches.flat(),
    stop: () => {
      abort.abort();
      return ended;
    },
  };
}

const facts = (events: readonly SourceEvent[]): readonly SourceEvent[] =>
  events.filter(({ event }) => !event.type.startsWith("source."));
const contactOf = ({ event }: SourceEvent): readonly string[] => ("contactId" in event ? [event.contactId] : []);
const typesOf = (events: readonly SourceEvent[]): readonly string[] => events.map(({ event }) => event.type);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the simulator as a source", () => {
  it("tells the day so far at once, in batches, and is live", async () => {
    vi.setSystemTime(at("2026-11-24T16:00:00+01:00"));
    const heard = listen();
    expect(heard.states).toEqual(["connecting", "syncing", "live"]);
    expect(heard.proofs).toEqual([at("2026-11-24T16:00:00+01:00")]);
    expect(heard.batches.every((batch) => batch.length > 0 && batch.length <= 2_000)).toBe(true);
    expect(typesOf(heard.events())[0]).toBe("source.connected");
    const told = facts(heard.events());
    expect(told.length).toBeGreaterThan(3_000);
    expect(told[0]?.atMs).toBe(at("2026-11-24T00:00:00+01:00"));
    expect(told.at(-1)?.atMs).toBeLessThanOrEqual(at("2026-11-24T16:00:00+01:00"));
    await heard.stop();
    expect(heard.problems).toEqual([]);
  });

  it("[UN2] then tells each thing at its instant, and proves every second that it lives", async () => {
    const startMs = at("2026-11-24T10:00:00+01:00");
    vi.setSystemTime(startMs);
    const heard = listen();
    const soFar = heard.events().length;
    for (let second = 1; second <= 600; second += 1) {
      const before = heard.events().length;
      await vi.advanceTimersByTimeAsync(1_000);
      for (const { atMs } of heard.events().slice(before)) {
        expect(atMs).toBeGreaterThan(startMs + (second - 1) * 1_000);
        expect(atMs).toBeLessThanOrEqual(startMs + second * 1_000);
      }
    }
    expect(heard.events().length - soFar).toBeGreaterThan(30);
    expect(heard.proofs.length).toBeGreaterThanOrEqual(599);
    await heard.stop();
  });

  it("says nothing after it was stopped and leaves no timer", async () => {
    vi.setSystemTime(at("2026-11-24T12:30:00+01:00"));
    const heard = listen();
    await heard.stop();
    const said = heard.events().length;
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(5 * MINUTE_MS);
    expect(heard.events()).toHaveLength(said);
  });

  it("[TI2] rolls into the next day without a gap, the last callers of the old one included", async () => {
    vi.setSystemTime(at("2026-11-08T23:30:00+01:00"));
    const heard = listen();
    await vi.advanceTimersByTimeAsync(HOUR_MS);
    const midnightMs = at("2026-11-09T00:00:00+01:00");
    const isOfTheOldDay = new Set(
      heard
        .events()
        .filter(({ atMs }) => atMs < midnightMs)
        .flatMap(contactOf),
    );
    const after = heard.events().filter(({ atMs }) => atMs > midnightMs);
    expect(after.flatMap(contactOf).some((contact) => isOfTheOldDay.has(contact))).toBe(true);
    const { visits } = tally(heard.events());
    expect(
      visits.filter(({ offeredAtMs }) => offeredAtMs < midnightMs && offeredAtMs > midnightMs - HOUR_MS),
    ).not.toEqual([]);
    expect(visits.filter(({ offeredAtMs }) => offeredAtMs >= midnightMs)).not.toEqual([]);
    expect(visits.filter(({ offeredAtMs, outcome }) => offeredAtMs < midnightMs && outcome === "waiting")).toEqual([]);
    const keys = heard.events().map(({ sourceKey }) => sourceKey);
    expect(new Set(keys).size).toBe(keys.length);
    const instants = facts(heard.events()).map(({ atMs }) => atMs);
    expect(instants).toEqual([...instants].sort((one, other) => one - other));
    await heard.stop();
  });

  it("[TI2] plays days of 23, 24.5 and 25 hours to their end", async () => {
    for (const [zone, noon] of [
      ["Europe/Berlin", "2026-03-29T12:00:00Z"],
      ["Europe/Berlin", "2026-10-25T12:00:00Z"],
      ["Australia/Lord_Howe", "2026-04-04T12:00:00Z"],
      ["Africa/Cairo", "2026-04-24T12:00:00Z"],
    ] as const) {
      const { endMs } = createCalendar(zone, 0).businessDay(at(noon));
      vi.setSystemTime(endMs - 20 * MINUTE_MS);
      const heard = listen(NOTHING_KNOWN, site(zone));
      await vi.advanceTimersByTimeAsync(40 * MINUTE_MS);
      const { visits } = tally(heard.events());
      expect(visits.filter(({ offeredAtMs, outcome }) => offeredAtMs < endMs && outcome === "waiting")).toEqual([]);
      expect(visits.length).toBeGreaterThan(600);
      expect(visits.some(({ offeredAtMs }) => offeredAtMs >= endMs)).toBe(true);
      await heard.stop();
    }
  });

  it("just after a day's start tells the day before as well, so that everybody has a state", async () => {
    vi.setSystemTime(at("2026-11-25T00:04:00+01:00"));
    const heard = listen();
    expect(tally(heard.events()).states.size).toBe(14);
    expect(facts(heard.events())[0]?.atMs).toBe(at("2026-11-24T00:00:00+01:00"));
    await heard.stop();
  });

  it("catches up after the machine has slept", async () => {
    vi.setSystemTime(at("2026-11-24T09:00:00+01:00"));
    const heard = listen();
    const before = heard.events().length;
    vi.setSystemTime(at("2026-11-25T09:00:00+01:00"));
    await vi.advanceTimersByTimeAsync(2_000);
    const caughtUp = heard.events().slice(before);
    expect(caughtUp.length).toBeGreaterThan(4_000);
    expect(tally(heard.events()).visits.filter(({ outcomes }) => outcomes > 1)).toEqual([]);
    expect(heard.batches.every((batch) => batch.length <= 2_000)).toBe(true);
    await heard.stop();
  });

  it("goes on proving that it lives when the clock is set back", async () => {
    vi.setSystemTime(at("2026-11-24T09:00:00+01:00"));
    const heard = listen();
    vi.setSystemTime(at("2026-11-24T07:00:00+01:00"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(heard.proofs.length).toBeGreaterThanOrEqual(9);
    await heard.stop();
  });

  it("[SL7] sends callers away outside the hours of the site", async () => {
    vi.setSystemTime(at("2026-11-24T20:00:00+01:00"));
    const nineToFive = { fromMinute: 540, toMinute: 1_020 };
    const hours = { weekly: Array.from({ length: 7 }, () => [nineToFive]), closedDates: [] };
    const heard = listen(NOTHING_KNOWN, site("Europe/Berlin", 0, hours));
    for (const { offeredAtMs, outcome } of tally(heard.events()).visits) {
      const hour = (offeredAtMs - at("2026-11-24T00:00:00+01:00")) / HOUR_MS;
      if (outcome === "refused" && (hour < 9 || hour >= 17)) continue;
      expect(hour).toBeGreaterThanOrEqual(9);
      expect(hour).toBeLessThan(17.1);
    }
    await heard.stop();
  });
});

const openVisit = (contact: SourceEvent): OpenVisit => {
  if (contact.event.type !== "contact.offered") throw new Error("not an offer");
  const { queueId, contactId, stay } = contact.event;
  const state = { answeredAtMs: null, agentId: null, isLost: false, unansweredRingKeys: [] };
  return { queueId, contactId, stay, offeredAtMs: contact.atMs, ...state };
};

describe("the simulator started again", () => {
  it("[TI5] says the same facts with the same keys: by key the log is what it would be without the restart", async () => {
    const startMs = at("2026-11-24T12:00:00+01:00");
    vi.setSystemTime(startMs);
    const first = listen();
    await vi.advanceTimersByTimeAsync(30 * MINUTE_MS);
    await first.stop();
    await vi.advanceTimersByTimeAsync(20 * MINUTE_MS);
    const second = listen({ ...NOTHING_KNOWN, heardUntilMs: startMs + 30 * MINUTE_MS });
    await vi.advanceTimersByTimeAsync(10 * MINUTE_MS);
    await second.stop();

    expect(facts(second.events())[0]?.atMs).toBeGreaterThanOrEqual(startMs + 20 * MINUTE_MS);
    const log = new Map(facts([...first.events(), ...second.events()]).map((fact) => [fact.sourceKey, fact]));
    const uninterrupted = listen();
    expect([...log.values()]).toEqual(facts(uninterrupted.events()));
    await uninterrupted.stop();
  });

  it("[TI2] says again what reached from yesterday into the minutes after midnight", async () => {
    vi.setSystemTime(at("2026-11-08T23:50:00+01:00"));
    const first = listen();
    await vi.advanceTimersByTimeAsync(30 * MINUTE_MS);
    await first.stop();
    const second = listen({ ...NOTHING_KNOWN, heardUntilMs: at("2026-11-09T00:12:00+01:00") });
    await second.stop();
    const fromMs = at("2026-11-09T00:02:00+01:00");
    expect(facts(second.events())).toEqual(facts(first.events()).filter(({ atMs }) => atMs >= fromMs));
  });

  it("ends yesterday's callers when it starts again the next day", async () => {
    vi.setSystemTime(at("2026-11-23T12:30:00+01:00"));
    const first = listen();
    await first.stop();
    vi.setSystemTime(at("2026-11-24T11:00:00+01:00"));
    const second = listen({ ...NOTHING_KNOWN, heardUntilMs: at("2026-11-23T12:30:00+01:00") });
    await second.stop();
    const log = new Map([...first.events(), ...second.events()].map((fact) => [fact.sourceKey, fact]));
    const { visits } = tally(log.values());
    const yesterdays = visits.filter(({ offeredAtMs }) => offeredAtMs < at("2026-11-24T00:00:00+01:00"));
    expect(yesterdays.filter(({ outcomes }) => outcomes !== 1)).toEqual([]);
  });

  it("[UN4] after more than a day marks the gap and gives up who waited", async () => {
    vi.setSystemTime(at("2026-11-20T12:30:00+01:00"));
    const first = listen();
    await first.stop();
    const offer = first.events().find(({ event }) => event.type === "contact.offered");
    vi.setSystemTime(at("2026-11-24T11:00:00+01:00"));
    const heardUntilMs = at("2026-11-20T12:30:00+01:00");
    const second = listen({
      ...NOTHING_KNOWN,
      openVisits: offer === undefined ? [] : [openVisit(offer)],
      heardUntilMs,
    });
    await second.stop();
    expect(typesOf(second.events()).slice(0, 3)).toEqual(["source.connected", "source.gap", "contact.lost"]);
    expect(facts(second.events()).some(({ event }) => event.type === "agent.joined")).toBe(true);
  });

  it("gives up the callers of another seed, and not its own", async () => {
    vi.setSystemTime(at("2026-11-24T11:00:00+01:00"));
    const first = listen();
    await first.stop();
    const offer = first.events().findLast(({ event }) => event.type === "contact.offered");
    const openVisits = offer === undefined ? [] : [openVisit(offer)];
    for (const [seed, lost] of [
      [2026, 0],
      [2027, 1],
    ] as const) {
      const again = listen(
        { ...NOTHING_KNOWN, openVisits, heardUntilMs: at("2026-11-24T11:00:00+01:00") },
        site("Europe/Berlin"),
        seed,
      );
      await again.stop();
      expect(typesOf(again.events()).filter((type) => type === "contact.lost")).toHaveLength(lost);
    }
  });

  it("does nothing when it was stopped before it started", async () => {
    const abort = new AbortController();
    abort.abort();
    const where = site("Europe/Berlin");
    const source = createSimulatorSource(
      { kind: "simulator", id: sourceId("demo"), seed: 1 },
      { site: where, calendar: createCalendar(where.timeZone, 0), clock: systemClock },
    );
    const said: string[] = [];
    const say = (what: string) => (): void => void said.push(what);
    const sink: SourceSink = {
      events: say("events"),
      state: say("state"),
      proof: say("proof"),
      problem: say("problem"),
    };
    await source.start(sink, NOTHING_KNOWN, abort.signal);
    expect(said).toEqual([]);
    expect(await source.probe()).toBeNull();
  });
});
