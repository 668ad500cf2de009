/** What a screen may be heard saying. */
export type Sound = "act" | "no-data";

/** What has been sounded, and what for. Instants of this device's steady clock. */
export type Sounded = {
  /** The acts the last chime was for, as far as they still stand. */
  readonly acts: readonly string[];
  /** When the last chime was; null: none yet. */
  readonly chimedAtMs: number | null;
  readonly noData: boolean;
};
export const NOTHING_SOUNDED: Sounded = { acts: [], chimedAtMs: null, noData: false };

/** While an act lasts it is said again. */
const AGAIN_AFTER_MS = 30_000;
/** What comes and goes chimes no more often than this. */
const CHIMES_APART_MS = 10_000;

/**
 * A new act chimes, and again while it lasts; going stale is one note.
 * @param acts what asks for people now, by name
 * @param noData whether there is nothing live to show
 * @returns the sound to make now, null: none; and what has been sounded then
 */
export function soundDue(
  sounded: Sounded,
  acts: readonly string[],
  noData: boolean,
  nowMs: number,
): { readonly sound: Sound | null; readonly sounded: Sounded } {
  const sinceMs = sounded.chimedAtMs === null ? Infinity : nowMs - sounded.chimedAtMs;
  const isNew = acts.some((act) => !sounded.acts.includes(act));
  const standing = sounded.acts.filter((act) => acts.includes(act));
  if (acts.length > 0 && sinceMs >= (isNew ? CHIMES_APART_MS : AGAIN_AFTER_MS)) {
    return { sound: "act", sounded: { acts, chimedAtMs: nowMs, noData } };
  }
  const same = standing.length === sounded.acts.length && noData === sounded.noData;
  return {
    sound: noData && !sounded.noData ? "no-data" : null,
    sounded: same ? sounded : { ...sounded, acts: standing, noData },
  };
}
