import type { Clock } from "../../clock";
import { type Channel, type SendOutcome, whyOf } from "../channel";
import type { Outbox, OutboxRow } from "../outbox/outbox";
import { createBell } from "./bell";
import type { Pause } from "./pause";
import { GIVEN_UP_AFTER_MS, retryAfter } from "./retry";
import { together } from "./together";

export type LoopParts = {
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly pause: Pause;
  /** 0 to 1. */
  readonly random: () => number;
  /** What went wrong here, not with a channel. */
  readonly onTrouble: (error: unknown) => void;
};

export type Signals = {
  /** Nothing new is begun. */
  readonly stopping: AbortSignal;
  /** What is under way is left. */
  readonly cut: AbortSignal;
};

export type ChannelLoop = {
  /** Something was added. */
  readonly ring: () => void;
  readonly ended: Promise<void>;
};

/** More at once nobody reads, and Slack and Teams have their limits. */
const MOST_AT_ONCE = 10;
/** Between two messages; Slack takes no more. */
const GAP_MS = 1_000;
/** So often it is looked whether something waits, should nobody say so. */
const LOOK_EVERY_MS = 60_000;
const AFTER_TROUBLE_MS = 5_000;

/** Delivers what waits for one channel, one message at a time, until it is stopped (NO13–NO16). */
export function runChannelLoop(
  channel: Channel,
  { outbox, clock, pause, random, onTrouble }: LoopParts,
  { stopping, cut }: Signals,
): ChannelLoop {
  const bell = createBell(pause);
  let nextAtMs = -Infinity;
  /** So many rows go one by one: a message of several was refused, and one of them may be why. */
  let oneByOne = 0;

  /** What was told has to be known as told, or it would be told again and again. */
  const record = async (write: () => Promise<void>): Promise<void> => {
    for (;;) {
      try {
        return await write();
      } catch (error) {
        onTrouble(error);
        if (stopping.aborted) return;
        await pause(AFTER_TROUBLE_MS, stopping);
      }
    }
  };

  async function settle(rows: readonly OutboxRow[], outcome: SendOutcome): Promise<void> {
    const nowMs = clock.nowMs();
    const why = whyOf(outcome);
    if (outcome.kind === "refused" && rows.length > 1) {
      oneByOne = rows.length;
      return;
    }
    if (outcome.kind === "delivered") await record(() => outbox.delivered(idsOf(rows), nowMs));
    if (outcome.kind === "refused") await record(() => outbox.givenUp(idsOf(rows), nowMs, why));
    if (outcome.kind !== "later") {
      oneByOne = Math.max(0, oneByOne - rows.length);
      return;
    }
    // Stopped by ourselves: that says nothing of the channel.
    if (cut.aborted) return;
    const isOver = ({ addedAtMs }: OutboxRow): boolean => nowMs - addedAtMs >= GIVEN_UP_AFTER_MS;
    const over = rows.filter(isOver);
    const waiting = rows.filter((row) => !isOver(row));
    if (over.length > 0) await record(() => outbox.givenUp(idsOf(over), nowMs, why));
    if (waiting.length === 0) return;
    const attempts = Math.max(...waiting.map((row) => row.attempts));
    const waitMs = retryAfter(attempts, outcome.afterMs, random());
    await record(() => outbox.later(idsOf(waiting), nowMs + waitMs, why));
  }

  async function step(): Promise<void> {
    const gapMs = nextAtMs - clock.nowMs();
    if (gapMs > 0) await pause(Math.min(gapMs, GAP_MS), stopping);
    bell.listen();
    const due = await outbox.due(channel.id, clock.nowMs(), oneByOne > 0 ? 1 : MOST_AT_ONCE);
    if (stopping.aborted) return;
    if (due.kind === "none") {
      const untilMs = (due.nextAtMs ?? Infinity) - clock.nowMs();
      await bell.sleep(Math.min(Math.max(untilMs, 0), LOOK_EVERY_MS), stopping);
      return;
    }
    nextAtMs = clock.nowMs() + GAP_MS;
    const rows = together(due.rows);
    const news = rows.map((row) => ({ ...row.news, atMs: row.addedAtMs }));
    await settle(rows, await channel.send(news, cut));
  }

  const run = async (): Promise<void> => {
    while (!stopping.aborted) {
      try {
        await step();
      } catch (error) {
        onTrouble(error);
        await pause(AFTER_TROUBLE_MS, stopping);
      }
    }
  };
  return { ring: bell.ring, ended: run() };
}

const idsOf = (rows: readonly OutboxRow[]): readonly number[] => rows.map(({ id }) => id);
