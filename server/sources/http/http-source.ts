import type { HttpSourceConfig } from "../../../lib/config";
import { PROOF_LASTS_MS } from "../../../lib/metrics/advance";
import type { Clock } from "../../clock";
import type { Source, SourceSink } from "../source";
import type { EventIntake } from "./event-intake";

/** Well within what a proof is good for. */
const PROVED_EVERY_MS = 1_000;
/** A sender that is wrong again and again is said so often and no more. */
const SAID_EVERY_MS = 10_000;

export type HttpSourceParts = { readonly clock: Clock; readonly intake: EventIntake };

/**
 * Others tell of their contacts over HTTP. Pickup's own listening proves the source; where `silentAfterMs` is
 * configured, that something was accepted within it.
 */
export function createHttpSource(config: HttpSourceConfig, { clock, intake }: HttpSourceParts): Source {
  return {
    id: config.id,
    kind: config.kind,
    start: (sink, _, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const pulse = createPulse(config.silentAfterMs, sink, clock);
        const wrong = createRejections(sink, clock);
        const close = intake.open(config.id, { heard: pulse.heard, reject: wrong.add });
        pulse.start();
        const ticking = setInterval(() => {
          pulse.beat();
          wrong.say();
        }, PROVED_EVERY_MS);
        ticking.unref();
        signal.addEventListener(
          "abort",
          () => {
            close();
            clearInterval(ticking);
            resolve();
          },
          { once: true },
        );
      }),
    // It is asked by nobody; it listens where the server does.
    probe: () => Promise.resolve(null),
  };
}

/** UN2 for a source that is told of: quiet is not stale until it has been for longer than it ever is. */
function createPulse(silentAfterMs: number | null, sink: SourceSink, clock: Clock) {
  let heardAtMs: number | null = null;
  let startedAtMs = 0;
  let silent = false;

  /** A proof is good for `PROOF_LASTS_MS` from its instant: so the last one ends with the silence that is believed. */
  const beat = (): void => {
    const nowMs = clock.nowMs();
    if (silentAfterMs === null) return sink.proof(nowMs);
    if (heardAtMs !== null) sink.proof(Math.min(nowMs, heardAtMs + silentAfterMs - PROOF_LASTS_MS));
    if (silent || nowMs - (heardAtMs ?? startedAtMs) <= silentAfterMs) return;
    silent = true;
    // What was proved before goes stale by itself.
    sink.state(heardAtMs === null ? "down" : "connecting", { forMs: silentAfterMs });
  };

  return {
    start: () => {
      startedAtMs = clock.nowMs();
      if (silentAfterMs === null) sink.state("live", "");
      else sink.state("connecting", { forMs: null });
      beat();
    },
    heard: () => {
      if (silent || (heardAtMs === null && silentAfterMs !== null)) sink.state("live", "");
      silent = false;
      heardAtMs = clock.nowMs();
      beat();
    },
    beat,
  };
}

/** Wrong events, counted together: who sends a thousand of them fills no log. */
function createRejections(sink: SourceSink, clock: Clock) {
  let unsaid = 0;
  let first = "";
  let saidAtMs: number | null = null;
  const say = (): void => {
    const nowMs = clock.nowMs();
    if (unsaid === 0 || (saidAtMs !== null && Math.abs(nowMs - saidAtMs) < SAID_EVERY_MS)) return;
    sink.problem(unsaid === 1 ? "an event was rejected" : `${unsaid} events were rejected, the first`, first);
    unsaid = 0;
    saidAtMs = nowMs;
  };
  return {
    add: (count: number, why: string): void => {
      if (unsaid === 0) first = why;
      unsaid += count;
      say();
    },
    say,
  };
}
