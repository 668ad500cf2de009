import { ASK_EVERY_MS, follow, type Follower } from "./follower";

/** Follows while somebody can see it; a page that comes back to the front asks at once. */
export function followWhileSeen(
  question: (signal: AbortSignal) => Promise<boolean>,
  everyMs: number = ASK_EVERY_MS,
): Follower {
  const follower = follow(question, everyMs);
  const look = (): void => follower.rest(document.hidden);
  document.addEventListener("visibilitychange", look);
  look();
  return {
    ...follower,
    stop: () => {
      document.removeEventListener("visibilitychange", look);
      follower.stop();
    },
  };
}
