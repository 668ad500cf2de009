import type { Widen } from "../../../widen";

export type WayWords = Widen<typeof ways>;

/** The channels that alerts are told over, and trying them. */
export const ways = {
  heading: "Channels",
  lead: "Where alerts are told besides the boards. Channels stand in the configuration file, as their secrets do.",
  test: "Send test",
  testing: "Sent. Waiting for the answer…",
  outcomes: { delivered: "Delivered", refused: "Refused", failed: "Not delivered" },
  answered: (status: string, duration: string): string => `answer ${status} after ${duration}`,
  unanswered: (duration: string): string => `no answer in ${duration}`,
  seconds: (text: string): string => `${text} s`,
  whoTests: "An administrator can send a test.",
  add: "How to add a channel",
  kind: "Kind of channel",
  write: "Write this into pickup.config.yaml, under what stands there already:",
  secret:
    "The part in ${…} is read from the environment, so that no secret stands in the file. Then restart Pickup: the channel stands here, and you can send it a test.",
};
