import { randomUUID } from "node:crypto";
import { maskFor } from "../../lib/desk/mask";
import type { Person, RecoveryAct, Revision } from "../../lib/events";
import type { Fold } from "../../lib/metrics/fold-state";
import { canReopen, recordOfMiss } from "../../lib/recovery/book/book";
import { holderAt, isSamePerson } from "../../lib/recovery/book/derive";
import { missedPage, missedRow, type MissedInput } from "../../lib/recovery/list/missed-page";
import type { MissedPage } from "../../lib/recovery/missed-api";
import type { Recovery } from "../../lib/recovery/recovery-types";
import type { CallerVault } from "../callers/caller-vault";
import type { MissedSettings } from "../settings/complete/missed";
import type { KeptBatch } from "../store/kept-batches";
import type { Act, Acted, Missed, MissedReader } from "./missed";

/** Of so many different questions each is answered anew. */
const MOST_KEPT = 200;

export type MissedParts = {
  readonly fold: Fold;
  readonly revision: () => Revision;
  readonly vault: Pick<CallerVault, "endOf">;
  readonly settings: Pick<MissedSettings, "callLink" | "recordingLink">;
  /** Puts an act into the log and, once it is durable, into the fold. */
  readonly keep: (key: string, act: RecoveryAct) => Promise<KeptBatch>;
};

export function createMissed({ fold, revision, vault, settings, keep }: MissedParts): Missed {
  const masks = { nothing: maskFor("nothing", vault.endOf), end: maskFor("end", vault.endOf) } as const;

  const inputFor = ({ queueIds, me, callers }: MissedReader): MissedInput => ({
    revision: revision(),
    queueIds,
    me,
    mask: masks[callers],
    idOf,
    recordingLink: settings.recordingLink,
  });

  /** Who looks at the same list is told the same, once a revision. */
  const pages = new Map<string, MissedPage>();
  let pagesOf: Revision | null = null;

  /** As it stands now; null: none that this reader may see. */
  const recoveryOf = (id: string, { queueIds }: MissedReader): Recovery | null => {
    const key = keyOf(id);
    const record = recordOfMiss(fold.recoveries, key);
    // The one that has it: what opened another until now may have joined an earlier one.
    const recovery = record?.recoveries.find(({ attempts }) => attempts.some((attempt) => attempt.key === key));
    if (recovery === undefined || (queueIds !== null && !queueIds.includes(recovery.queueId))) return null;
    return recovery;
  };

  /** What is open already needs nobody to take back anything. */
  const refusalToReopen = (recovery: Recovery): "done" | "over" | null => {
    if (recovery.end === null) return "done";
    return canReopen(fold.recoveries, recovery) ? null : "over";
  };

  return {
    page: (question, reader) => {
      const now = revision();
      if (pagesOf !== now || pages.size >= MOST_KEPT) pages.clear();
      pagesOf = now;
      const key = JSON.stringify([question, reader]);
      const page = pages.get(key) ?? missedPage(fold, question, inputFor(reader));
      pages.set(key, page);
      return page;
    },
    act: async (id, act, reader) => {
      const before = recoveryOf(id, reader);
      if (before === null || !before.contactable) return { kind: "unknown" };
      const row = (recovery: Recovery) => missedRow(fold, recovery, inputFor(reader));
      const refused =
        act.type === "recovery.reopened" ? refusalToReopen(before) : refusalOf(before, reader.me, fold.nowMs);
      if (refused !== null) return { kind: refused, row: row(before) };
      const [first] = before.attempts;
      if (first === undefined) return { kind: "unknown" };
      const kept = await keep(randomUUID(), { missedKey: first.key, by: reader.me, ...act } as RecoveryAct);
      if (kept.kind === "refused") return kept;
      const after = recoveryOf(id, reader);
      if (after === null) return { kind: "unknown" };
      return { kind: outcomeOf(after, act, reader.me, fold.nowMs), row: row(after) };
    },
    callerOf: (id, reader) => recoveryOf(id, reader)?.caller ?? null,
    callUrl: (number) => (settings.callLink === null ? null : callUrlOf(settings.callLink, dialled(number))),
  };
}

function refusalOf(recovery: Recovery, me: Person, nowMs: number): "held" | "over" | null {
  if (recovery.end !== null) return "over";
  const holder = holderAt(recovery, nowMs);
  return holder !== null && !isSamePerson(holder.by, me) ? "held" : null;
}

/** Whether it was this act that counted: another may have come first in the log. */
function outcomeOf(
  after: Recovery,
  act: Act,
  me: Person,
  nowMs: number,
): Exclude<Acted["kind"], "unknown" | "refused"> {
  const { end } = after;
  if (act.type === "recovery.closed")
    return end?.kind === "closed" && isSamePerson(end.by, me) ? "done" : end === null ? "held" : "over";
  if (end !== null) return "over";
  const holder = holderAt(after, nowMs);
  const isMine = holder !== null && isSamePerson(holder.by, me);
  return (act.type === "recovery.released" ? holder === null : isMine) ? "done" : "held";
}

/** A telephone's own address takes a + as it is; a page's does not. */
function callUrlOf(link: string, number: string): string {
  const isPage = /^https?:/i.test(link);
  return link.replaceAll("{number}", isPage ? encodeURIComponent(number) : number.replaceAll("#", "%23"));
}

/** Nothing but what a telephone dials. */
const dialled = (number: string): string => number.replace(/[^\d+*#]/g, "");

const idOf = (key: string): string => Buffer.from(key).toString("base64url");
const keyOf = (id: string): string => Buffer.from(id, "base64url").toString();
