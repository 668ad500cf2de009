import type { Calendar } from "../../lib/calendar";
import type { SiteConfig } from "../../lib/config";
import type { AlertRule } from "../../lib/alerts/alert-rule";
import { isInSight } from "../../lib/alerts/alerts-of";
import type { SourceId } from "../../lib/vocabulary";
import type { Clock } from "../clock";
import type { Channel } from "../notify/channel";
import type { AlertSettings } from "../settings/complete/alerts";
import type { EventStore } from "../store/store";
import type { Acknowledged, Alerts, SignedAct } from "./alerts";
import { createAlertChannels, GIVEN_UP_TOLD_MS } from "./channels-of";
import { createEngine, type Engine } from "./engine/engine";
import { nextHours } from "./next-hours";
import { pastPage } from "./history/past-page";
import { createPreviews } from "./preview/previews";
import { createRates } from "./history/rates";
import { createRuleBook } from "./rules/rule-book";
import { createSilenceBook } from "./rules/silence-book";
import type { AlertStore } from "./store/open-alerts";

export type AlertsParts = {
  readonly store: AlertStore;
  /** The event log, for previews. */
  readonly log: Pick<EventStore, "readAfter" | "seqBefore">;
  readonly settings: AlertSettings;
  readonly defaults: readonly AlertRule[];
  readonly channels: readonly Channel[];
  readonly site: SiteConfig;
  readonly calendar: Calendar;
  readonly sourceIds: readonly SourceId[];
  readonly clock: Clock;
  /** How much time has passed, ms; only differences count. */
  readonly elapsedMs: () => number;
  /** Something is to be told. */
  readonly wake: () => void;
  /** Whether the dead man's switch is answered; null, or left out: there is none. */
  readonly deadMansSwitchOk?: () => boolean | null;
  /** One line for whoever runs the server. */
  readonly say: (line: string) => void;
};

/** The store is the caller's to close, after `close`. */
export type RunningAlerts = Alerts & Pick<Engine, "isWell" | "close">;

/** Alerting, put together: rules and silences, what looks at the fold, and what is told of it. */
export function createAlerts(parts: AlertsParts): RunningAlerts {
  const { store, settings, clock, say } = parts;
  const rates = createRates(store, clock);
  let rulesNow: readonly AlertRule[] = [];
  const rules = createRuleBook({
    store,
    clock,
    configured: settings.rules,
    defaults: parts.defaults,
    log: say,
    changed: () => {
      rulesNow = rules.list();
    },
  });
  rulesNow = rules.list();
  const silences = createSilenceBook({ store, clock });
  const engine = createEngine({
    store,
    clock,
    rules: () => rulesNow,
    silences: silences.list,
    channelIds: settings.channels.map(({ id }) => id),
    onKept: (changes) => {
      rates.take(changes);
      parts.wake();
    },
    log: say,
  });

  function act(
    id: string,
    { sight, audited }: SignedAct,
    change: (audited: () => void) => ReturnType<Engine["takeBack"]>,
  ): Acknowledged {
    const alert = engine.firing().find((view) => view.id === id && isInSight(view.subject, sight));
    if (alert !== undefined) {
      const changed = change(() => audited(alert));
      if (changed !== null) return { kind: "done", alert: changed };
    }
    const past = store.past.byId(id);
    return past !== null && isInSight(past.subject, sight) ? { kind: "over" } : { kind: "unknown" };
  }

  return {
    look: engine.look,
    firing: engine.firing,
    onChange: engine.onChange,
    isWell: engine.isWell,
    close: engine.close,
    past: (sight, after, limit) => pastPage(store.past, sight, after, limit),
    rate: (sight) => rates.rate(engine.firing(), sight),
    acknowledge: (id, minutes, signed) => {
      const forMs = minutes === null ? settings.acknowledgedForMs : minutes * 60_000;
      return act(id, signed, (audited) => engine.acknowledge(id, signed.by, forMs, audited));
    },
    takeBack: (id, signed) => act(id, signed, (audited) => engine.takeBack(id, audited)),
    rules,
    silences,
    hours: () => nextHours(parts.site, parts.calendar, clock.nowMs()),
    channels: createAlertChannels({
      configs: settings.channels,
      channels: parts.channels,
      outbox: store.outbox,
      clock,
      elapsedMs: parts.elapsedMs,
    }),
    preview: createPreviews({ ...parts, store: parts.log }),
    counters: () => {
      const { evaluations, storeFailures } = engine.counters();
      const outbox = store.outbox.totals(clock.nowMs() - GIVEN_UP_TOLD_MS);
      const deadMansSwitchOk = parts.deadMansSwitchOk?.() ?? null;
      return { firing: engine.firing().length, evaluations, storeFailures, outbox, deadMansSwitchOk };
    },
  };
}
