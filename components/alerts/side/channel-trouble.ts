import type { ChannelState } from "../../../lib/alerts/alert-api";

/** `lost`: somebody was never told; `waiting`: somebody is not told yet. */
export type Trouble = "lost" | "waiting" | "none";

/** Whoever is told within this is told in time. */
const IN_TIME_MS = 60_000;

/** AL74. */
export function troubleOf({ givenUp, waitingSinceMs }: ChannelState, nowMs: number): Trouble {
  if (givenUp > 0) return "lost";
  return waitingSinceMs !== null && nowMs - waitingSinceMs > IN_TIME_MS ? "waiting" : "none";
}

const ORDER: readonly Trouble[] = ["lost", "waiting", "none"];

/** Those in trouble first; otherwise as they are configured. */
export const inOrder = (channels: readonly ChannelState[], nowMs: number): readonly ChannelState[] =>
  ORDER.flatMap((trouble) => channels.filter((channel) => troubleOf(channel, nowMs) === trouble));
