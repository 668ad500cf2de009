import type { Channel } from "../channel";
import { type LoopParts, runChannelLoop } from "./channel-loop";

/** Carries what waits in the outbox to where it is told. */
export type Delivery = {
  /** Something was added. */
  readonly wake: () => void;
  /** What is under way may end; what waits, waits for the next start. */
  readonly stop: () => Promise<void>;
};

export type DeliveryParts = LoopParts & { readonly channels: readonly Channel[] };

/** A stop waits no longer for what is under way. */
const GRACE_MS = 3_000;

export function startDelivery({ channels, ...parts }: DeliveryParts): Delivery {
  const stopping = new AbortController();
  const cut = new AbortController();
  const signals = { stopping: stopping.signal, cut: cut.signal };
  const ids = channels.map(({ id }) => id);
  parts.outbox.keepOnly(ids, parts.clock.nowMs(), "the channel is no longer configured").catch(parts.onTrouble);
  const loops = channels.map((channel) => runChannelLoop(channel, parts, signals));

  const stop = async (): Promise<void> => {
    stopping.abort();
    const ended = Promise.all(loops.map((loop) => loop.ended));
    const patience = new AbortController();
    const grace = parts.pause(GRACE_MS, patience.signal).then(() => cut.abort());
    await ended;
    patience.abort();
    await grace;
  };
  return { wake: () => loops.forEach((loop) => loop.ring()), stop };
}
