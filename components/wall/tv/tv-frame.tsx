import { type JSX, type ReactNode, useState } from "react";
import { useLazily } from "../../shared/page/use-lazily";
import { worstFirst } from "../../shared/alerts/standing";
import type { Mark } from "../../shared/time/use-now";
import { mayDim } from "./dimming";
import { TvAside } from "./tv-aside";
import { useDim } from "./use-dim";
import { toggleFullScreen, useKeys } from "./use-keys";
import type { Rotation } from "./use-rotation";
import { useSound } from "../../shared/sound/use-sound";
import { useWakeLock } from "./use-wake-lock";
import { useWatchdog } from "./use-watchdog";

type Props = {
  readonly theme: string;
  readonly rotation: Rotation;
  readonly now: Mark | null;
  /** The wall. @param strip whether the screen has something to say below it */
  readonly children: (strip: boolean) => ReactNode;
};

const loadHelp = (): Promise<typeof import("./key-help")> => import("./key-help");

/** What a television does by itself, round the board that is up. */
export function TvFrame({ theme, rotation, now, children }: Props): JSX.Element {
  const { turning, turn } = rotation;
  const [helping, setHelping] = useState(false);
  const help = useLazily(helping, loadHelp);
  const audible = turning.filter(({ state }) => state.snapshot?.look.sound === true);
  const sound = useSound(
    {
      enabled: audible.length > 0,
      alarms: worstFirst(audible.flatMap(({ alarms }) => alarms)),
      noData: audible.every(({ freshness }) => freshness?.kind === "stale"),
    },
    now,
  );
  // With no board at all the wall itself says so.
  const strip =
    sound.state === "asking" || sound.state === "muted" || (rotation.shown !== null && rotation.leftOut.length > 0);
  const dim = useDim(mayDim(turning), now);
  useWakeLock();
  useWatchdog();
  useKeys({
    ArrowLeft: () => turn(-1),
    ArrowRight: () => turn(1),
    f: toggleFullScreen,
    m: sound.mute,
    "?": () => setHelping((was) => !was),
    ...(helping ? { Escape: () => setHelping(false) } : {}),
  });
  return (
    <div className="tv backed" data-theme={theme} data-dim={dim} data-strip={strip}>
      {children(strip)}
      <TvAside rotation={rotation} sound={sound.state} strip={strip} />
      <div className="tv-dim" aria-hidden="true" />
      {helping && help !== null ? (
        <help.KeyHelp turns={turning.length > 1} sounds={sound.state !== "none"} close={() => setHelping(false)} />
      ) : null}
    </div>
  );
}
