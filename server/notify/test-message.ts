import type { ChannelTest } from "../../lib/alerts/alert-api";
import type { Clock } from "../clock";
import type { Channel, SendOutcome } from "./channel";

const OUTCOMES: Readonly<Record<SendOutcome["kind"], ChannelTest["outcome"]>> = {
  delivered: "delivered",
  refused: "refused",
  later: "failed",
};

/** NO28: one message past the outbox, tried once, and what the other side said to it. */
export async function testMessage(channel: Channel, clock: Clock, signal: AbortSignal): Promise<ChannelTest> {
  const startedAtMs = clock.nowMs();
  const { kind, status, answer } = await channel.sendTest(signal);
  return { outcome: OUTCOMES[kind], status, answer, durationMs: Math.max(0, clock.nowMs() - startedAtMs) };
}
