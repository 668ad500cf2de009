import { useEffect, useRef, useState } from "react";
import type { Alarm } from "../alerts/standing";
import type { Mark } from "../time/use-now";
import { createAudio, play } from "./chime";
import { NOTHING_SOUNDED, soundDue } from "./sound-plan";

/** `asking`: the browser lets nothing sound before somebody has pressed a key. `none`: nothing is to be heard here. */
export type SoundState = "none" | "asking" | "on" | "muted";

type Wanted = {
  /** Whether this screen is to be heard. */
  readonly enabled: boolean;
  /** Worst first. */
  readonly alarms: readonly Alarm[];
  readonly noData: boolean;
};

/** Chimes for what fires and nobody has, once somebody has pressed a key. */
export function useSound(wanted: Wanted, now: Mark | null): { readonly state: SoundState; readonly mute: () => void } {
  const { enabled, alarms, noData } = wanted;
  const [muted, setMuted] = useState(false);
  const audio = useUnlocked(enabled);
  const sounded = useRef(NOTHING_SOUNDED);
  const listed = JSON.stringify(alarms);
  const second = now === null ? null : now.steadyMs;
  useEffect(() => {
    if (!enabled || second === null) return;
    const due = soundDue(sounded.current, JSON.parse(listed) as Alarm[], noData, second);
    // What nobody could hear is not said: it chimes as soon as it may.
    if (audio === null || muted) return;
    sounded.current = due.sounded;
    if (due.sound !== null) play(audio, due.sound);
  }, [enabled, listed, noData, second, audio, muted]);
  const state = !enabled ? "none" : muted ? "muted" : audio === null ? "asking" : "on";
  return { state, mute: () => setMuted((was) => !was) };
}

/** @returns null until the browser lets it sound */
function useUnlocked(enabled: boolean): AudioContext | null {
  const [unlocked, setUnlocked] = useState<AudioContext | null>(null);
  useEffect(() => {
    const audio = enabled ? createAudio() : null;
    if (audio === null) return;
    const look = (): void => setUnlocked(audio.state === "running" ? audio : null);
    const wake = (): void => void audio.resume().then(look, () => undefined);
    audio.addEventListener("statechange", look);
    globalThis.addEventListener("keydown", wake);
    globalThis.addEventListener("pointerdown", wake);
    globalThis.addEventListener("click", wake);
    look();
    return () => {
      globalThis.removeEventListener("keydown", wake);
      globalThis.removeEventListener("pointerdown", wake);
      globalThis.removeEventListener("click", wake);
      audio.removeEventListener("statechange", look);
      setUnlocked(null);
      void audio.close().catch(() => undefined);
    };
  }, [enabled]);
  return unlocked;
}
