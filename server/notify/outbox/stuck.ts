import type { Clock } from "../../clock";
import type { Outbox, OutboxStanding } from "./outbox";

/** What waits longer is not merely being tried again. */
const STUCK_AFTER_MS = 10 * 60_000;
const LOOK_EVERY_MS = 15_000;

type Standing = Pick<OutboxStanding, "oldestAddedAtMs" | "lastGivenUpAtMs" | "lastDeliveredAtMs">;

/** AL79: something waits for more than ten minutes, or was given up and nothing was delivered since. */
export const isStuck = ({ oldestAddedAtMs, lastGivenUpAtMs, lastDeliveredAtMs }: Standing, nowMs: number): boolean =>
  (oldestAddedAtMs !== null && nowMs - oldestAddedAtMs > STUCK_AFTER_MS) ||
  (lastGivenUpAtMs !== null && lastGivenUpAtMs >= (lastDeliveredAtMs ?? -Infinity));

export type StuckParts = {
  readonly outbox: Pick<Outbox, "standing">;
  readonly channelIds: readonly string[];
  readonly clock: Clock;
  /** What was given up is told of for so long, as on the page of alerts. */
  readonly givenUpToldMs: number;
  readonly onTrouble: (error: unknown) => void;
};

export type StuckWatch = {
  /** Whether any channel is, as of the last look. */
  readonly isAny: () => boolean;
  readonly look: () => Promise<void>;
  readonly close: () => void;
};

/** Looks now and then how the channels fare, so that screens can say it without asking. */
export function watchForStuck({ outbox, channelIds, clock, givenUpToldMs, onTrouble }: StuckParts): StuckWatch {
  let any = false;
  const look = async (): Promise<void> => {
    try {
      const nowMs = clock.nowMs();
      const standings = await Promise.all(channelIds.map((id) => outbox.standing(id, nowMs - givenUpToldMs)));
      any = standings.some((standing) => isStuck(standing, nowMs));
    } catch (error) {
      onTrouble(error);
    }
  };
  const looking = setInterval(() => void look(), LOOK_EVERY_MS);
  looking.unref();
  void look();
  return { isAny: () => any, look, close: () => clearInterval(looking) };
}
