import type { Channel, News, SendOutcome } from "../channel";
import { createMemoryOutbox, type KeptRow } from "../outbox/memory-outbox";
import type { Outbox } from "../outbox/outbox";
import { type Delivery, startDelivery } from "../worker/delivery";
import { createManualTime } from "./manual-time";
import { inShort, NINE_MS } from "./some-news";

export const DELIVERED: SendOutcome = { kind: "delivered", status: 200, answer: "ok" };
export const later = (afterMs: number | null = null): SendOutcome => ({
  kind: "later",
  afterMs,
  status: 503,
  answer: "no",
});
export const REFUSED: SendOutcome = { kind: "refused", status: 400, answer: "bad" };

export type Answer = (news: readonly News[], signal: AbortSignal) => SendOutcome | Promise<SendOutcome>;

/** A worker whose channels are answered by the test, at nine o'clock. */
export function workerAt(kept: readonly KeptRow[] = [], channelIds: readonly string[] = ["leads"]) {
  const time = createManualTime(NINE_MS);
  const outbox = createMemoryOutbox(kept);
  const told: string[] = [];
  const troubles: unknown[] = [];
  const answers = new Map<string, Answer>();

  const channelOf = (id: string): Channel => ({
    id,
    kind: "webhook",
    send: async (news, signal) => {
      const second = (time.clock.nowMs() - NINE_MS) / 1_000;
      told.push(`${second} ${id}: ${news.map(inShort).join(", ")}`);
      return (await answers.get(id)?.(news, signal)) ?? DELIVERED;
    },
    sendTest: async () => DELIVERED,
  });
  const start = (through: Outbox = outbox): Delivery =>
    startDelivery({
      channels: channelIds.map(channelOf),
      outbox: through,
      clock: time.clock,
      pause: time.pause,
      random: () => 0,
      onTrouble: (error) => troubles.push(error),
    });
  return {
    ...time,
    outbox,
    told,
    troubles,
    start,
    answer: (how: Answer, id = "leads") => answers.set(id, how),
    /** As the engine does: in one transaction. */
    add: (...news: readonly News[]) =>
      outbox.add(
        news.flatMap((one) => channelIds.map((channelId) => ({ channelId, news: one }))),
        time.clock.nowMs(),
      ),
  };
}
