import type { ContactsPage } from "../../../lib/desk/contact-types";
import type { Answer } from "../desk/ask";
import { type Listed, PAGE, readNewest, type ReadPage, withNewest, withPage } from "./contact-pages";

/** What stands below the newest page is read again at most this often. */
export const SWEEP_EVERY_MS = 10_000;

type Failure = "refused" | "failed";

/** A list that is kept up to date with little reading: the newest page at each change, the rest now and then. */
export type ContactReader = {
  /** Reads what has to be read now. */
  readonly read: (page: ReadPage, monotonicMs: number) => Promise<Listed | Failure>;
  /** Asks for one page more at the next reading. @returns false: there is no more */
  readonly more: () => boolean;
  /** null: nothing was told yet. */
  readonly listed: () => Listed | null;
  /** How long until the rest should be read again; null: all is of one revision. */
  readonly sweepInMs: (monotonicMs: number) => number | null;
};

export function createContactReader(): ContactReader {
  let listed: Listed | null = null;
  let sweptAtMs = 0;
  let wantsMore = false;

  async function refresh(page: ReadPage, nowMs: number): Promise<Listed | Failure> {
    if (listed !== null && listed.lines.length > PAGE && nowMs - sweptAtMs < SWEEP_EVERY_MS) {
      const newest = told(await page(PAGE, null));
      if (typeof newest === "string") return newest;
      const merged = withNewest(listed, newest);
      if (merged !== null) return merged;
    }
    const all = await readNewest(Math.max(PAGE, listed?.lines.length ?? 0), page);
    if (typeof all !== "string") sweptAtMs = nowMs;
    return all;
  }

  return {
    read: async (page, nowMs) => {
      const fresh = await refresh(page, nowMs);
      if (typeof fresh === "string") return fresh;
      listed = fresh;
      if (!wantsMore || fresh.next === null) return fresh;
      const older = told(await page(PAGE, fresh.next));
      if (typeof older === "string") return older;
      wantsMore = false;
      listed = withPage(fresh, older);
      return listed;
    },
    more: () => {
      if (listed?.next == null) return false;
      wantsMore = true;
      return true;
    },
    listed: () => listed,
    sweepInMs: (nowMs) => (listed?.whole === false ? Math.max(0, sweptAtMs + SWEEP_EVERY_MS - nowMs) : null),
  };
}

const told = (answer: Answer<ContactsPage>): ContactsPage | Failure => {
  if (answer.type === "told") return answer.body;
  return answer.type === "refused" ? "refused" : "failed";
};
