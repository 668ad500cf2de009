import type { Clock } from "../../clock";
import type { MessageStyle } from "../message/entry";
import type { Outgoing } from "../outgoing/ask";

/** What every channel needs to word a message and to send it. */
export type ChannelParts = {
  readonly clock: Clock;
  readonly style: MessageStyle;
  readonly outgoing: Outgoing;
};
