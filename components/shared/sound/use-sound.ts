import { useEffect, useRef, useState } from "react";
import type { Alarm } from "../alerts/standing";
import type { Mark } from "../time/use-now";
import { useLazily } from "../page/use-lazily";
import type { Sounded } from "./sound-plan";

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
  const speaker = useLazily(enabled, loadSpeaker);
  const [audio, setAudio] = useState<AudioContext | null>(null);
  useEffect(() => (enabled && speaker !== null ? speaker.openAudio(setAudio) : undefined), [enabled, speaker]);
  const sounded = useRef<Sounded | null>(null);
  const listed = JSON.stringify(alarms);
  const second = now === null ? null : now.steadyMs;
  useEffect(() => {
    if (!enabled || second === null) return;
    // What nobody could hear is not said: it chimes as soon as it may.
    if (speaker === null || audio === null || muted) return;
    const { NOTHING_SOUNDED, soundDue } = speaker;
    const due = soundDue(sounded.current ?? NOTHING_SOUNDED, JSON.parse(listed) as Alarm[], noData, second);
    sounded.current = due.sounded;
    if (due.sound !== null) speaker.play(audio, due.sound);
  }, [enabled, listed, noData, second, speaker, audio, muted]);
  const state = !enabled ? "none" : muted ? "muted" : audio === null ? "asking" : "on";
  return { state, mute: () => setMuted((was) => !was) };
}

type Speaker = typeof import("./speaker");
/** Most screens are never heard. */
const loadSpeaker = (): Promise<Speaker> => import("./speaker");
