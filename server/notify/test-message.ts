import type { ChannelTest } from "../../lib/alerts/alert-api";
import type { Channel, SendOutcome } from "./channel";

const OUTCOMES: Readonly<Record<SendOutcome["kind"], ChannelTest["outcome"]>> = {
  delivered: "delivered",
  refused: "refused",
  later: "failed",
};

/**
 * NO28: one message past the outbox, tried once, and what the other side said to it.
 * @param elapsedMs only differences count, however the clock is set meanwhile
 */
export async function testMessage(
  channel: Channel,
  elapsedMs: () => number,
  signal: AbortSignal,
): Promise<ChannelTest> {
  const startedMs = elapsedMs();
  const { kind, status, answer } = await channel.sendTest(signal);
  return { outcome: OUTCOMES[kind], status, answer, durationMs: Math.round(elapsedMs() - startedMs) };
}
