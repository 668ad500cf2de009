import type { BoardSnapshot } from "../../../lib/metrics/snapshot-types";
import { diffSnapshots, sameRevision } from "../../../lib/wire/delta";
import type { Revision } from "../../../lib/events";
import type { Pace } from "../../../lib/wire/protocol";
import type { PublishCounters } from "../counters";
import { encodeEvent, type Frame } from "./frame";
import type { Watcher } from "./watcher";

/** Later changes are merged for this long after one that went out: 20 and 4 a second. */
export const MERGE_MS: Readonly<Record<Pace, number>> = { laptop: 50, tv: 250 };
/** A round of writes costs about 0.02 ms a screen. In a large room more is merged, so that reading sources goes first. */
const MERGE_MS_PER_SCREEN = 0.06;
/** A screen that takes nothing for this long is cut; it reconnects when it lives again. */
export const UNDRAINED_LIMIT_MS = 15_000;

export type RoomParts = {
  readonly newest: () => BoardSnapshot;
  readonly snapshotFrame: (snapshot: BoardSnapshot) => Frame;
  readonly mergeMs: number;
  readonly undrainedLimitMs: number;
  readonly counters: PublishCounters;
};

/**
 * The screens that see one board alike, at one pace. Every member has exactly `base`, so that one delta serves them all.
 * Who has not drained is no member: it waits apart, and gets the newest snapshot when it has.
 */
export class Room {
  readonly #parts: RoomParts;
  readonly #members = new Set<Watcher>();
  readonly #slow = new Map<Watcher, () => void>();
  #base: BoardSnapshot;
  #merging: NodeJS.Timeout | null = null;
  #changed = false;

  constructor(parts: RoomParts, base: BoardSnapshot) {
    this.#parts = parts;
    this.#base = base;
  }

  get size(): number {
    return this.#members.size + this.#slow.size;
  }

  get slowSize(): number {
    return this.#slow.size;
  }

  /** The revision every member has. */
  get revision(): Revision {
    return this.#base.revision;
  }

  /** `answer` is called before anything else is sent. */
  join(watcher: Watcher, have: Revision | null, answer: (current: boolean) => void): void {
    const current = have !== null && sameRevision(have, this.#base.revision);
    const drained = watcher.drained; // asked before the answer is on its way
    answer(current);
    if (!drained && !current) this.#setApart(watcher);
    else {
      this.#members.add(watcher);
      if (!current) this.#sendSnapshot(watcher);
    }
  }

  leave(watcher: Watcher): void {
    this.#members.delete(watcher);
    this.#slow.get(watcher)?.();
    this.#slow.delete(watcher);
  }

  /** The first change goes out at once; those that follow within the merging time go out together at its end. */
  boardChanged(): void {
    if (this.#merging === null) this.#publish();
    else this.#changed = true;
  }

  /** Sends the same to every member, as the beat does. */
  broadcast(frame: Frame): number {
    let sent = 0;
    for (const watcher of this.#members) {
      if (watcher.drained) {
        watcher.send(frame);
        sent += 1;
      } else {
        this.#members.delete(watcher);
        this.#setApart(watcher);
      }
    }
    this.#parts.counters.bytesSent += sent * frame.options.wsPreEncodedFrame[0].length;
    return sent;
  }

  close(): void {
    if (this.#merging !== null) clearTimeout(this.#merging);
    for (const stopWaiting of this.#slow.values()) stopWaiting();
    this.#slow.clear();
    this.#members.clear();
  }

  #publish(): void {
    const newest = this.#parts.newest();
    const delta = diffSnapshots(this.#base, newest);
    if (delta === null) return;
    this.#base = newest;
    if (this.#members.size > 0) this.#parts.counters.deltasSent += this.broadcast(encodeEvent("board:message", delta));
    const mergeMs = Math.max(this.#parts.mergeMs, this.#members.size * MERGE_MS_PER_SCREEN);
    this.#merging = setTimeout(() => {
      this.#merging = null;
      if (!this.#changed) return;
      this.#changed = false;
      this.#publish();
    }, mergeMs);
  }

  #sendSnapshot(watcher: Watcher): void {
    const frame = this.#parts.snapshotFrame(this.#base);
    watcher.send(frame);
    this.#parts.counters.snapshotsSent += 1;
    this.#parts.counters.bytesSent += frame.options.wsPreEncodedFrame[0].length;
  }

  #setApart(watcher: Watcher): void {
    this.#parts.counters.slowReaders += 1;
    const cut = setTimeout(() => {
      this.#parts.counters.cut += 1;
      watcher.cut();
    }, this.#parts.undrainedLimitMs);
    const stopListening = watcher.whenDrained(() => {
      this.leave(watcher);
      this.#members.add(watcher);
      this.#sendSnapshot(watcher);
    });
    this.#slow.set(watcher, () => {
      clearTimeout(cut);
      stopListening();
    });
  }
}
