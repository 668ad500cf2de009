import type { BoardConfig } from "../../../lib/config";
import type { Pace } from "../../../lib/wire/protocol";
import { boardAsSeen } from "../../access/sight";
import type { BoardFeed } from "../board-feed";
import type { PublishCounters } from "../counters";
import type { WatchRequest } from "../watch-request";
import { createNewest, type Newest } from "./newest";
import { MERGE_MS, Room } from "./room";
import type { Watcher } from "./watcher";

/** The rooms that somebody is in, by board as it is seen, and pace. The first screen makes one, with the last it goes. */
export class Rooms {
  readonly #newest: Newest;
  readonly #counters: PublishCounters;
  readonly #undrainedLimitMs: number;
  readonly #rooms = new Map<string, Room>();

  constructor(feed: BoardFeed, counters: PublishCounters, undrainedLimitMs: number) {
    this.#newest = createNewest(feed);
    this.#counters = counters;
    this.#undrainedLimitMs = undrainedLimitMs;
  }

  all(): Iterable<Room> {
    return this.#rooms.values();
  }

  /**
   * Calls `answer` with whether the screen has the newest already.
   * @param board as whoever is before the screen may see it
   * @returns leave
   */
  join(
    watcher: Watcher,
    board: BoardConfig,
    { haveRevision, pace }: WatchRequest,
    answer: (current: boolean) => void,
  ): () => void {
    const key = `${pace} ${boardAsSeen(board)}`;
    const room = this.#rooms.get(key) ?? this.#make(board, pace);
    this.#rooms.set(key, room);
    room.join(watcher, haveRevision, answer);
    return () => {
      room.leave(watcher);
      if (room.size > 0 || this.#rooms.get(key) !== room) return;
      room.close();
      this.#rooms.delete(key);
    };
  }

  close(): void {
    for (const room of this.#rooms.values()) room.close();
    this.#rooms.clear();
  }

  #make(board: BoardConfig, pace: Pace): Room {
    const newest = (): ReturnType<Newest["of"]> => this.#newest.of(board);
    return new Room(
      {
        newest,
        snapshotFrame: this.#newest.frame,
        mergeMs: MERGE_MS[pace],
        undrainedLimitMs: this.#undrainedLimitMs,
        counters: this.#counters,
      },
      newest(),
    );
  }
}
