import { monitorEventLoopDelay } from "node:perf_hooks";
import { SEVERITIES } from "../../../lib/alerts/alert-rule";
import type { FeedState } from "../../../lib/metrics/snapshot-types";
import type { Alerts } from "../../alerts/alerts";
import type { BoardFeed } from "../../publish/board-feed";
import type { Broadcaster } from "../../publish/broadcaster";
import { textReply } from "../reply";
import { readable, type Route } from "../router";
import { exposition, type Family } from "./exposition";

const LAG_RESOLUTION_MS = 20;
const FEED_STATES: readonly FeedState[] = ["connecting", "syncing", "live", "stale", "down"];

export type MetricsParts = {
  readonly feed: BoardFeed;
  readonly broadcaster: Broadcaster;
  readonly alerts: Pick<Alerts, "counters" | "firing">;
};
export type Metrics = { readonly route: Route; readonly close: () => void };

/** Prometheus text. Names carry no queue, agent or caller; sources by their configured id only. */
export function createMetrics({ feed, broadcaster, alerts }: MetricsParts): Metrics {
  const lag = monitorEventLoopDelay({ resolution: LAG_RESOLUTION_MS });
  lag.enable();
  // The histogram holds the whole interval of its timer; what is over the interval is lag.
  const seconds = (nanoseconds: number): number =>
    Number.isFinite(nanoseconds) ? Math.max(0, nanoseconds / 1e9 - LAG_RESOLUTION_MS / 1000) : 0;
  const lagFamily = (): Family => {
    const [half, most, worst] = [lag.percentile(50), lag.percentile(99), lag.max].map(seconds);
    lag.reset();
    return {
      name: "pickup_event_loop_lag_seconds",
      type: "gauge",
      help: "Delay of the event loop since the last scrape.",
      samples: [
        { labels: { quantile: "0.5" }, value: half ?? 0 },
        { labels: { quantile: "0.99" }, value: most ?? 0 },
        { labels: { quantile: "1" }, value: worst ?? 0 },
      ],
    };
  };
  const metricsRoute = readable("/metrics", () => {
    const families = [
      ...processFamilies(),
      lagFamily(),
      ...feedFamilies(feed),
      ...publishFamilies(broadcaster),
      ...alertFamilies(alerts),
    ];
    return textReply(200, "text/plain; version=0.0.4; charset=utf-8", exposition(families));
  });
  return { route: metricsRoute, close: () => void lag.disable() };
}

const one = (type: Family["type"], name: string, help: string, value: number): Family => ({
  name: `pickup_${name}`,
  type,
  help,
  samples: [{ labels: {}, value }],
});

function processFamilies(): Family[] {
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return [
    one("gauge", "resident_memory_bytes", "Resident memory of the process.", rss),
    one("gauge", "heap_used_bytes", "JavaScript heap in use.", heapUsed),
    one("gauge", "external_memory_bytes", "Memory of buffers outside the heap.", external),
    one("counter", "cpu_seconds_total", "User and system CPU time.", (user + system) / 1e6),
    one("gauge", "uptime_seconds", "Time since the process started.", process.uptime()),
  ];
}

function feedFamilies(feed: BoardFeed): Family[] {
  const counters = feed.counters();
  const sources = feed.sources();
  return [
    one("gauge", "ready", "1 once the day is folded and the sources were started.", feed.ready() ? 1 : 0),
    one("counter", "events_accepted_total", "Events stored and folded.", counters.accepted),
    one("counter", "events_duplicate_total", "Events that were known already.", counters.duplicates),
    one("counter", "events_late_total", "Events later than the lateness limit.", counters.late),
    one("counter", "events_clamped_total", "Instants that were clamped.", counters.clamped),
    one(
      "counter",
      "events_over_limit_total",
      "Events of queues and agents beyond the most that are kept.",
      counters.overLimit,
    ),
    one("counter", "source_problems_total", "Things a source said that did not fit.", counters.problems),
    one("counter", "store_failures_total", "Writes of the event log that failed.", counters.storeFailures),
    one("gauge", "events_pending", "Events heard and not yet stored.", counters.pending),
    {
      name: "pickup_source_state",
      type: "gauge",
      help: "1 for the state each source is in.",
      samples: sources.flatMap(({ id, kind, state }) =>
        FEED_STATES.map((each) => ({ labels: { source: id, kind, state: each }, value: each === state ? 1 : 0 })),
      ),
    },
    {
      name: "pickup_source_last_proof_timestamp_seconds",
      type: "gauge",
      help: "When each source last proved to be alive.",
      samples: sources.flatMap(({ id, lastProofAtMs }) =>
        lastProofAtMs === null ? [] : [{ labels: { source: id }, value: lastProofAtMs / 1000 }],
      ),
    },
  ];
}

function alertFamilies({ counters, firing }: MetricsParts["alerts"]): Family[] {
  const { evaluations, storeFailures, outbox, deadMansSwitchOk } = counters();
  const alerts = firing();
  return [
    {
      name: "pickup_alerts_firing",
      type: "gauge",
      help: "Alerts that fire, acknowledged and muted ones too.",
      samples: SEVERITIES.map((severity) => ({
        labels: { severity },
        value: alerts.filter((alert) => alert.severity === severity).length,
      })),
    },
    one("counter", "alert_evaluations_total", "Times the rules were held against the figures.", evaluations),
    one("counter", "alert_store_failures_total", "Writes of alerts that failed.", storeFailures),
    one("gauge", "outbox_waiting", "Messages about alerts that are not delivered yet.", outbox.waiting),
    one("gauge", "outbox_failed", "Of those, messages that were tried in vain.", outbox.failed),
    one("gauge", "outbox_given_up", "Messages of the last seven days that were given up.", outbox.givenUp),
    ...(deadMansSwitchOk === null
      ? []
      : [one("gauge", "dead_mans_switch_ok", "1 while the dead man's switch answers.", deadMansSwitchOk ? 1 : 0)]),
  ];
}

function publishFamilies(broadcaster: Broadcaster): Family[] {
  const screens = broadcaster.screens();
  const sent = broadcaster.counters();
  return [
    one("gauge", "sockets", "Open WebSocket connections.", screens.connected),
    one("gauge", "screens_watching", "Screens that watch a board.", screens.watching),
    one("gauge", "screens_slow", "Screens that have not taken what was sent.", screens.slow),
    {
      name: "pickup_messages_sent_total",
      type: "counter",
      help: "Messages sent to screens.",
      samples: [
        { labels: { kind: "snapshot" }, value: sent.snapshotsSent },
        { labels: { kind: "delta" }, value: sent.deltasSent },
        { labels: { kind: "beat" }, value: sent.beatsSent },
      ],
    },
    one("counter", "bytes_sent_total", "Bytes of messages sent to screens.", sent.bytesSent),
    one("counter", "slow_readers_total", "Times a screen did not keep up.", sent.slowReaders),
    one("counter", "connections_cut_total", "Connections ended by us.", sent.cut),
    one(
      "counter",
      "connections_revoked_total",
      "Connections ended because their owner may see something else now.",
      sent.revoked,
    ),
    one("counter", "malformed_events_total", "Events from screens that made no sense.", sent.malformedEvents),
    {
      name: "pickup_connections_refused_total",
      type: "counter",
      help: "Connections refused.",
      samples: [
        { labels: { reason: "origin" }, value: sent.refusedOrigins },
        { labels: { reason: "principal" }, value: sent.refusedPrincipals },
        { labels: { reason: "limit" }, value: sent.refusedConnections },
        { labels: { reason: "share" }, value: sent.refusedShares },
      ],
    },
  ];
}
