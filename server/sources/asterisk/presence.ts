import type { Gap } from "./resync";
import type { Tell } from "./visits";

/** Tells when the source came, went, and was not heard. */
export type Presence = {
  readonly begin: () => void;
  /** FullyBooted, or the first list where it is kept from us. */
  readonly booted: (uptimeS: number | null) => void;
  /** Connected, but not told yet. */
  readonly isArriving: () => boolean;
  readonly arrive: (atMs: number, heardUntilMs: number | null) => void;
  readonly lost: (atMs: number, detail: string) => void;
  readonly tellGap: (gap: Gap, filled: boolean) => void;
};

export function createPresence(tell: Tell): Presence {
  let isArriving = false;
  let isBooted = false;
  let bootUptimeS: number | null = null;

  return {
    begin: () => {
      isArriving = true;
      isBooted = false;
      bootUptimeS = null;
    },
    booted: (uptimeS) => {
      isBooted = true;
      bootUptimeS ??= uptimeS;
    },
    isArriving: () => isArriving,
    arrive: (atMs, heardUntilMs) => {
      if (!isBooted) return;
      isArriving = false;
      // Its uptime does not reach back to when it was last heard.
      const restarted = bootUptimeS !== null && heardUntilMs !== null && atMs - bootUptimeS * 1000 > heardUntilMs;
      tell(atMs, `C|${atMs}`, { type: "source.connected", restarted });
    },
    lost: (atMs, detail) => tell(atMs, `L|${atMs}`, { type: "source.lost", detail }),
    tellGap: ({ fromMs, toMs }, filled) =>
      tell(toMs, `G|${fromMs}|${toMs}`, { type: "source.gap", fromMs, toMs, filled }),
  };
}
