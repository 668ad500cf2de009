import { shownName } from "../../../lib/names/names";
import { type AgentId, agentId, type QueueId } from "../../../lib/vocabulary";
import { createDeafness } from "./deafness";
import { createListing, entryKey, type EntryRow, type Listing, memberKey } from "./listing";
import type { Members } from "./members";
import { join, settleUntil } from "./outcomes";
import { parseQueueLog } from "./queue-log";
import { fillFromQueueLog } from "./queue-log-fill";
import type { StreamClock } from "./stream-clock";
import { loseTalk, releaseAgent } from "./talks";
import { endStay } from "./visit-facts";
import { COARSE_MS, isTalking, isWaiting, type Stay, stayAt, visitKey, type VisitBook } from "./visits";

/** CO6: of whom a list says that he still waits after this long, it is told. */
const LONG_WAIT_MS = 3 * 3_600_000;
/** Events from before a list may come after it: so long an absence from it proves nothing yet. */
const DOUBT_MS = 1_000;

export type Gap = { readonly fromMs: number; readonly toMs: number };

export type ResyncPorts = {
  readonly book: VisitBook;
  readonly members: Members;
  readonly readQueueLog: ((fromMs: number, toMs: number) => string | null) | null;
  /** An instant of the log by the clock of the messages as they are told; and the way back. */
  readonly clock: Pick<StreamClock, "fromTheirs" | "toTheirs">;
  readonly tellGap: (gap: Gap, filled: boolean) => void;
  readonly problem: (what: string, sample: string) => void;
};

type Doubt = {
  readonly stay: Stay;
  readonly kind: "waiting" | "talking";
  readonly atMs: number;
  readonly dueMs: number;
};

/** Brings what is known in line with the source's own lists (UN4). */
export type Resync = {
  /** The list on its way; null: none. */
  readonly listing: () => Listing | null;
  /** The same, begun by its first row where none was. */
  readonly openListing: () => Listing;
  /** A connection is made; `gap`: when nothing was heard, up to now. null: there is nothing from before. */
  readonly begin: (heardUntilMs: number | null) => void;
  readonly abort: () => void;
  /** A list of queues begins anew: rows of one that broke off are void. */
  readonly restartRows: () => void;
  readonly queuesListed: (nowMs: number) => void;
  readonly channelRow: (channelId: string, isConversing: boolean) => void;
  readonly channelsListed: () => void;
  /** A live event of a caller or a member came. */
  readonly eventHeard: () => void;
  readonly advanceTo: (nowMs: number) => void;
};

export function createResync({ book, members, readQueueLog, clock, tellGap, problem }: ResyncPorts): Resync {
  const deafness = createDeafness(problem);
  let listing: Listing | null = null;
  let isFirstList = false;
  let heardUntilMs: number | null = null;
  let doubts: Doubt[] = [];
  let channels = new Map<string, boolean>();
  let channelsAreWhole = false;
  let logWasRead = false;

  function queuesListed(nowMs: number): void {
    const list = listing ?? createListing();
    const gap = isFirstList && heardUntilMs !== null ? { fromMs: Math.min(heardUntilMs, nowMs), toMs: nowMs } : null;
    if (!isFirstList) deafness.listCame(showsUnheard(list, nowMs));
    // What the log tells came before what the list shows.
    if (gap !== null) fill(gap, list);
    reconcileMembers(list, nowMs);
    for (const row of list.entries.values()) reconcileEntry(row, nowMs);
    const lostAny = reconcileAbsent(list, nowMs);
    book.syncing = false;
    settleUntil(book, nowMs);
    if (isFirstList) doubtTalks(nowMs);
    if (gap !== null) tellGap(gap, readQueueLog !== null && !lostAny && logWasRead);
    listing = null;
    isFirstList = false;
  }

  function fill(gap: Gap, list: Listing): void {
    logWasRead = false;
    if (readQueueLog === null || book.connectedAtMs === null) return;
    // From the connection on everything is heard: only what the log says of before it is news.
    const fromMs = clock.toTheirs(gap.fromMs);
    const untilMs = clock.toTheirs(book.connectedAtMs);
    const text = readQueueLog(fromMs, untilMs);
    logWasRead = text !== null;
    const earliestMs = Math.floor(fromMs / 1000) * 1000;
    const lines = parseQueueLog(text ?? "")
      .filter(({ atMs }) => atMs >= earliestMs && atMs <= untilMs)
      .map((line) => ({ ...line, atMs: clock.fromTheirs(line.atMs) }));
    fillFromQueueLog(book, lines, (queueId, name) => agentNamed(list, queueId, name));
  }

  /** Whether a list knows of a caller or a member's doing of which an event should have told by now. */
  function showsUnheard({ entries, members: rows }: Listing, nowMs: number): boolean {
    const isUnheard = ({ contactId, queueId, waitS }: EntryRow): boolean => {
      const call = book.calls.get(contactId);
      return waitS * 1000 > DOUBT_MS && (call === undefined || stayAt(call, queueId, nowMs) === null);
    };
    return [...entries.values()].some(isUnheard) || [...rows.values()].some(members.isNews);
  }

  /** Members go by their names in the log. One who came and left in the gap is known by nothing else. */
  function agentNamed(list: Listing, queueId: QueueId, written: string): AgentId {
    const name = shownName(written);
    const known = members.findByName(queueId, name);
    if (known !== null) return known;
    const rows = [...list.members.values()].filter((row) => row.queueId === queueId && row.name === name);
    return rows.length === 1 && rows[0] !== undefined ? rows[0].agentId : agentId(written);
  }

  function reconcileMembers({ members: rows, explained }: Listing, nowMs: number): void {
    const listed = new Set([...rows.keys(), ...explained]);
    members.applyAll([...rows.values()], nowMs);
    for (const known of members.list()) {
      if (!listed.has(memberKey(known.agentId, known.queueId))) members.remove(known.queueId, known.agentId, nowMs);
    }
  }

  function reconcileEntry({ contactId, queueId, caller, waitS }: EntryRow, nowMs: number): void {
    const offeredAtMs = nowMs - waitS * 1000;
    const call = book.calls.get(contactId);
    const known = call === undefined ? null : stayAt(call, queueId, nowMs);
    const isKnown = known?.offeredAtMs !== undefined && known.offeredAtMs !== null;
    const isSame = isKnown && offeredAtMs <= (known.offeredAtMs ?? 0) + COARSE_MS;
    if (!isSame) join(book, contactId, queueId, offeredAtMs, caller, false);
    else if (known.outcome === "lost") {
      known.outcome = null;
      known.endedAtMs = null;
      tellStillWaiting(known, nowMs);
    } else if (isWaiting(known) && nowMs - (known.offeredAtMs ?? nowMs) > LONG_WAIT_MS) tellStillWaiting(known, nowMs);
  }

  function tellStillWaiting({ name }: Stay, nowMs: number): void {
    book.ports.tell(nowMs, `${visitKey("w", name)}|${nowMs}`, { type: "contact.still-waiting", ...name });
  }

  /**
   * Callers of ours whom the list does not name. After a gap they are gone, and were last known when it began;
   * otherwise an event may be on its way.
   */
  function reconcileAbsent({ entries, explained }: Listing, nowMs: number): boolean {
    let lostAny = false;
    for (const call of book.calls.values()) {
      for (const stay of call.stays) {
        const key = entryKey(call.contactId, stay.name.queueId);
        if (!isWaiting(stay) || entries.has(key) || explained.has(key)) continue;
        if (!isFirstList) doubts.push({ stay, kind: "waiting", atMs: nowMs, dueMs: nowMs + DOUBT_MS });
        else endStay(book, stay, "lost", Math.max(stay.offeredAtMs ?? nowMs, Math.min(heardUntilMs ?? nowMs, nowMs)));
        lostAny ||= isFirstList;
      }
    }
    return lostAny;
  }

  function doubtTalks(nowMs: number): void {
    for (const call of book.calls.values()) {
      for (const stay of call.stays) {
        const { talk, name } = stay;
        const isFromBefore = (talk?.answeredAtMs ?? Infinity) < (book.connectedAtMs ?? nowMs);
        if (talk !== null && isTalking(stay) && isFromBefore) {
          if (!members.isInCall(name.queueId, talk.agentId)) releaseAgent(book, stay, nowMs);
          doubts.push({ stay, kind: "talking", atMs: nowMs, dueMs: nowMs + DOUBT_MS });
        }
      }
    }
  }

  function advanceTo(nowMs: number): void {
    if (doubts.length === 0 || (doubts[0]?.dueMs ?? Infinity) > nowMs) return;
    const due = doubts.filter(({ dueMs }) => dueMs <= nowMs);
    doubts = doubts.filter(({ dueMs }) => dueMs > nowMs);
    for (const { stay, kind, atMs } of due) {
      if (kind === "waiting" && isWaiting(stay)) endStay(book, stay, "lost", atMs);
      if (kind === "talking" && isTalking(stay) && !isStillUp(stay)) loseTalk(book, stay, atMs);
    }
  }

  /** The list of channels names the call itself; without it the agent's row tells that he is in a call of the queue. */
  function isStillUp({ call, name, talk }: Stay): boolean {
    if (channelsAreWhole) return channels.get(call.contactId) === true;
    return talk !== null && members.isInCall(name.queueId, talk.agentId);
  }

  return {
    listing: () => listing,
    openListing: () => (listing ??= createListing()),
    begin: (heardMs) => {
      heardUntilMs = heardMs;
      isFirstList = true;
      listing = createListing();
      channels = new Map();
      channelsAreWhole = false;
      deafness.begin();
      book.syncing = true;
    },
    abort: () => {
      listing = null;
      doubts = [];
      book.syncing = false;
    },
    restartRows: () => {
      listing?.entries.clear();
      listing?.members.clear();
    },
    queuesListed,
    channelRow: (channelId, isConversing) => {
      if (channelsAreWhole) channels = new Map();
      channelsAreWhole = false;
      channels.set(channelId, isConversing);
    },
    channelsListed: () => {
      channelsAreWhole = true;
    },
    eventHeard: deafness.eventHeard,
    advanceTo,
  };
}
