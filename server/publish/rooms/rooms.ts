import type { BoardId } from "../../../lib/vocabulary";
import type { Pace } from "../../../lib/wire/protocol";
import type { BoardFeed } from "../board-feed";
import type { PublishCounters } from "../counters";
import { createNewest, type Newest } from "./newest";
import { MERGE_MS, Room } from "./room";
import type { WatchRequest } from "../watch-request";
import type { Watcher } from "./watcher";

/** The rooms that somebody is in, by board and pace. A room is made by its first screen and goes with its last. */
export class Rooms {
  readonly #newest: Newest;
  readonly #counters: PublishCounters;
  readonly #undrainedLimitMs: number;
  readonly #byBoard = new Map<BoardId, Map<Pace, Room>>();

  constructor(feed: BoardFeed, counters: PublishCounters, undrainedLimitMs: number) {
    this.#newest = createNewest(feed);
    this.#counters = counters;
    this.#undrainedLimitMs = undrainedLimitMs;
  }

  *all(): Generator<Room> {
    for (const paces of this.#byBoard.values()) yield* paces.values();
  }

  /** Calls `answer` with whether the screen has the newest already. @returns false: there is no such board. */
  join(watcher: Watcher, request: WatchRequest, answer: (current: boolean) => void): boolean {
    const room = this.#find(request) ?? this.#make(request);
    room?.join(watcher, request.haveRevision, answer);
    return room !== null;
  }

  leave(watcher: Watcher, { boardId, pace }: WatchRequest): void {
    const paces = this.#byBoard.get(boardId);
    const room = paces?.get(pace);
    if (paces === undefined || room === undefined) return;
    room.leave(watcher);
    if (room.size > 0) return;
    room.close();
    paces.delete(pace);
    if (paces.size === 0) this.#byBoard.delete(boardId);
  }

  close(): void {
    for (const room of this.all()) room.close();
    this.#byBoard.clear();
  }

  #find({ boardId, pace }: WatchRequest): Room | undefined {
    return this.#byBoard.get(boardId)?.get(pace);
  }

  #make({ boardId, pace }: WatchRequest): Room | null {
    const base = this.#newest.of(boardId);
    if (base === null) return null;
    const room = new Room(
      {
        newest: () => this.#newest.of(boardId),
        snapshotFrame: this.#newest.frame,
        mergeMs: MERGE_MS[pace],
        undrainedLimitMs: this.#undrainedLimitMs,
        counters: this.#counters,
      },
      base,
    );
    const paces = this.#byBoard.get(boardId) ?? new Map<Pace, Room>();
    this.#byBoard.set(boardId, paces.set(pace, room));
    return room;
  }
}
