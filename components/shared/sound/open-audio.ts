import { createAudio } from "./chime";

/**
 * Opens something to sound with; the browser lets it sound once somebody has pressed a key.
 * @param told what may sound; null: nothing yet, or no longer
 * @returns close
 */
export function openAudio(told: (audio: AudioContext | null) => void): () => void {
  const audio = createAudio();
  if (audio === null) return () => undefined;
  const look = (): void => told(audio.state === "running" ? audio : null);
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
    told(null);
    void audio.close().catch(() => undefined);
  };
}
