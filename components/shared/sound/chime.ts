import { assertNever } from "../../../lib/vocabulary";
import type { Sound } from "./sound-plan";

/** Hertz and seconds after the beginning. */
type Note = { readonly hertz: number; readonly atSeconds: number; readonly lastsSeconds: number };

const LOUDNESS = 0.22;
/** Soft enough at both ends that nothing clicks. */
const RISE_SECONDS = 0.02;

const note = (hertz: number, atSeconds: number, lastsSeconds: number): Note => ({ hertz, atSeconds, lastsSeconds });

/** A fourth upwards, twice, asks for people now; a third upwards asks for a look; one low note: something has gone. */
function notesOf(sound: Sound): readonly Note[] {
  switch (sound) {
    case "critical":
      return [note(659.26, 0, 0.5), note(880, 0.22, 0.7), note(659.26, 0.75, 0.5), note(880, 0.97, 1.1)];
    case "warning":
      return [note(523.25, 0, 0.7), note(659.26, 0.28, 1.1)];
    case "no-data":
      return [note(329.63, 0, 1.2)];
    default:
      return assertNever(sound);
  }
}

/** Something to sound with; null: this browser has nothing. */
export function createAudio(): AudioContext | null {
  try {
    return typeof AudioContext === "undefined" ? null : new AudioContext();
  } catch {
    return null;
  }
}

export function play(audio: AudioContext, sound: Sound): void {
  for (const { hertz, atSeconds, lastsSeconds } of notesOf(sound)) {
    const beginsAt = audio.currentTime + atSeconds;
    const endsAt = beginsAt + lastsSeconds;
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    tone.type = "sine";
    tone.frequency.value = hertz;
    loudness.gain.setValueAtTime(0, beginsAt);
    loudness.gain.linearRampToValueAtTime(LOUDNESS, beginsAt + RISE_SECONDS);
    loudness.gain.exponentialRampToValueAtTime(0.001, endsAt);
    tone.connect(loudness);
    loudness.connect(audio.destination);
    tone.start(beginsAt);
    tone.stop(endsAt);
  }
}
