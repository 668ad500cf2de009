import type { ChannelState } from "../../lib/alerts/alert-api";
import type { ChannelConfig } from "../../lib/alerts/channel-config";
import type { Clock } from "../clock";
import type { Channel } from "../notify/channel";
import type { OutboxStanding } from "../notify/outbox/outbox";
import { testMessage } from "../notify/test-message";
import type { AlertChannels } from "./alerts";
import type { AlertStore } from "./store/open-alerts";

export type ChannelsParts = {
  readonly configs: readonly ChannelConfig[];
  readonly channels: readonly Channel[];
  readonly outbox: Pick<AlertStore["outbox"], "standing">;
  readonly clock: Clock;
  /** How much time has passed, ms; only differences count. */
  readonly elapsedMs: () => number;
};

/** What was given up is told of for so long. */
export const GIVEN_UP_TOLD_MS = 7 * 86_400_000;

/** The channels of the configuration, how they fare, and a word over one of them. */
export function createAlertChannels({ configs, channels, outbox, clock, elapsedMs }: ChannelsParts): AlertChannels {
  return {
    list: () => configs.map(({ id, kind }) => ({ id, kind })),
    states: () => {
      const sinceMs = clock.nowMs() - GIVEN_UP_TOLD_MS;
      return Promise.all(configs.map(async (config) => stateOf(config, await outbox.standing(config.id, sinceMs))));
    },
    test: async (id, signal) => {
      const channel = channels.find((each) => each.id === id);
      return channel === undefined ? null : testMessage(channel, elapsedMs, signal);
    },
  };
}

const stateOf = (config: ChannelConfig, standing: OutboxStanding): ChannelState => ({
  id: config.id,
  kind: config.kind,
  host: hostOf(config),
  waiting: standing.waiting,
  givenUp: standing.givenUp,
  waitingSinceMs: standing.oldestAddedAtMs,
  lastDeliveredAtMs: standing.lastDeliveredAtMs,
  problem: standing.why ?? standing.lastGivenUpWhy,
});

/** Never more of the address: whoever knows all of it may write there. */
export const hostOf = (config: ChannelConfig): string =>
  config.kind === "email" ? `${config.host}:${config.port}` : new URL(config.url).host;
