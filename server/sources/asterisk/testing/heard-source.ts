import type { AsteriskSourceConfig } from "../../../../lib/config";
import type { ToldEvent, SourceEvent } from "../../../../lib/events";
import { advanceTo, hearFrom } from "../../../../lib/metrics/advance";
import { applyEvent } from "../../../../lib/metrics/fold";
import { detailText } from "../../../../lib/metrics/source-detail";
import { boardOf, newFold, siteOf } from "../../../../lib/testing/scenario";
import { sourceId } from "../../../../lib/vocabulary";
import { entrustEvents } from "../../../callers/entrust-events";
import { createMemoryVault } from "../../../callers/memory-vault";
import { systemClock } from "../../../clock";
import type { SourceSink } from "../../source";
import { type AsteriskIntervals, createAsteriskSource } from "../asterisk-source";
import { DEFAULT_BACK_OFF } from "../link/back-off";
import type { FakeEntry, FakeModel } from "./ami-text";
import { type FakeAsterisk, type FakeAsteriskOptions, startFakeAsterisk } from "./fake-asterisk";
import { NOTHING_KNOWN } from "../../source";

const SECRET = "right secret";
const QUICK: Partial<AsteriskIntervals> = {
  pingEveryMs: 100,
  answerLimitMs: 200,
  retryListsMs: 30,
  advanceEveryMs: 20,
  backOff: { ...DEFAULT_BACK_OFF, firstMs: 40, refusedFirstMs: 60, refusedLongestMs: 100 },
};

const closing: (() => Promise<unknown>)[] = [];

/** Closes, the youngest first, what a test has opened. */
export async function closeAll(): Promise<void> {
  for (const close of closing.splice(0).toReversed()) await close();
}
export const onClose = (close: () => Promise<unknown>): void => void closing.push(close);

/** A caller in the lists and events of the fake. */
export const caller = (number: number, waitS: number): FakeEntry => ({
  uniqueid: `1795324900.${number}`,
  channel: `PJSIP/trunk-${number}`,
  callerNumber: `+35121550000${number}`,
  callerName: `Caller ${number}`,
  waitS,
});
/** One queue with one agent who is free, and these callers. */
export const withWaiting = (...entries: FakeEntry[]): FakeModel => ({
  queues: [{ name: "sales", members: [{ name: "Ana", location: "PJSIP/1001", status: 1 }], entries }],
  channels: entries.map((entry) => ({
    uniqueid: entry.uniqueid,
    linkedid: entry.uniqueid,
    channel: entry.channel,
    callerNumber: entry.callerNumber,
    application: "Queue",
    applicationData: "sales",
    bridgeId: "",
  })),
});

export async function startAsterisk(options: Omit<FakeAsteriskOptions, "clock"> = {}): Promise<FakeAsterisk> {
  const fake = await startFakeAsterisk({ clock: systemClock, ...options });
  fake.model = withWaiting();
  closing.push(fake.close);
  return fake;
}

/** A source that runs with quick intervals, and all that it tells. */
export function hear(
  port: number,
  changes: Partial<AsteriskSourceConfig> = {},
  intervals: Partial<AsteriskIntervals> = {},
  trustedCertificate = "",
) {
  const config: AsteriskSourceConfig = {
    kind: "asterisk-ami",
    id: sourceId("pbx"),
    host: "127.0.0.1",
    port,
    username: "pickup",
    secret: SECRET,
    tls: false,
    queueLog: null,
    ...changes,
  };
  const source = createAsteriskSource(config, {
    wrapUpMsOf: () => null,
    clock: systemClock,
    intervals: { ...QUICK, ...intervals },
    ...(trustedCertificate === "" ? {} : { trustedCertificate }),
  });
  const events: SourceEvent[] = [];
  const states: { state: string; detail: string; atMs: number }[] = [];
  const problems: string[] = [];
  const proofs: number[] = [];
  const sink: SourceSink = {
    events: (batch) => events.push(...batch),
    state: (state, detail) => states.push({ state, detail: detailText(detail), atMs: systemClock.nowMs() }),
    proof: (atMs) => proofs.push(atMs),
    problem: (what, sample) => problems.push(`${what}: ${sample}`),
  };
  const abort = new AbortController();
  const over = source.start(sink, NOTHING_KNOWN, abort.signal);
  const stop = (): Promise<void> => {
    abort.abort();
    return over;
  };
  closing.push(stop);
  return {
    source,
    events,
    states,
    problems,
    proofs,
    stop,
    now: () => states.at(-1)?.state,
    words: () => states.map(({ state }) => state),
    of: <Type extends ToldEvent["type"]>(type: Type) =>
      events
        .map(({ event }) => event)
        .filter((event): event is Extract<ToldEvent, { type: Type }> => event.type === type),
    /** What a board shows of it now: our clock decides who is overdue. */
    board: () => {
      const fold = newFold(siteOf());
      const kept = entrustEvents(createMemoryVault(), events, 0);
      kept.forEach((event, seq) => applyEvent(fold, { ...event, seq, sourceId: config.id }));
      hearFrom(fold, config.id, systemClock.nowMs());
      advanceTo(fold, systemClock.nowMs());
      return boardOf(fold);
    },
    everything: () => JSON.stringify([events, states, problems]),
  };
}
