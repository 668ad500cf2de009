import type { AlertDelivery, ChannelConfig } from "../../lib/alerts/channel-config";
import { assertNever } from "../../lib/vocabulary";
import type { Clock } from "../clock";
import type { Channel } from "./channel";
import type { ChannelParts } from "./channels/channel-parts";
import { createEmailChannel } from "./channels/email";
import { createSlackChannel } from "./channels/slack";
import { createTeamsChannel } from "./channels/teams";
import { createWebhookChannel } from "./channels/webhook";
import type { MessageStyle } from "./message/entry";
import { ANSWERED_WITHIN_MS, type Outgoing } from "./outgoing/ask";
import { resolveName, type Resolve } from "./outgoing/find-addresses";

export type CreateChannelsParts = {
  readonly clock: Clock;
  readonly style: MessageStyle;
  /** How names are found; left out: as this machine does. */
  readonly resolve?: Resolve;
};

/** The ways to people that are configured. */
export function createChannels(delivery: AlertDelivery, parts: CreateChannelsParts): readonly Channel[] {
  const outgoing = outgoingOf(delivery, parts.resolve);
  return delivery.channels.map((config) => createChannel(config, { ...parts, outgoing }));
}

/** Where this installation may send to, and for how long it waits. */
export const outgoingOf = ({ privateAddresses }: AlertDelivery, resolve: Resolve = resolveName): Outgoing => ({
  privateAddresses,
  resolve,
  withinMs: ANSWERED_WITHIN_MS,
});

function createChannel(config: ChannelConfig, parts: ChannelParts): Channel {
  switch (config.kind) {
    case "webhook":
      return createWebhookChannel(config, parts);
    case "slack":
      return createSlackChannel(config, parts);
    case "teams":
      return createTeamsChannel(config, parts);
    case "email":
      return createEmailChannel(config, parts);
    default:
      return assertNever(config);
  }
}
