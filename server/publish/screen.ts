import { ASKED_TOO_OFTEN, NO_SUCH_BOARD } from "../../lib/wire/protocol";
import type { Clock } from "../clock";
import type { PublishCounters } from "./counters";
import { TokenBucket } from "./gate/token-bucket";
import type { Rooms } from "./rooms/rooms";
import { parseWatch, type WatchRequest } from "./watch-request";
import type { Watcher } from "./rooms/watcher";

/** Each may cost a whole snapshot. */
const WATCHES = { burst: 8, perSecond: 1 };

/** What one screen asks for. It watches one board at a time: a second watch replaces the first. */
export class Screen {
  readonly #watcher: Watcher;
  readonly #rooms: Rooms;
  readonly #clock: Clock;
  readonly #counters: PublishCounters;
  readonly #watches: TokenBucket;
  #watched: WatchRequest | null = null;

  constructor(watcher: Watcher, rooms: Rooms, clock: Clock, counters: PublishCounters) {
    this.#watcher = watcher;
    this.#rooms = rooms;
    this.#clock = clock;
    this.#counters = counters;
    this.#watches = new TokenBucket(WATCHES, clock.nowMs());
  }

  /** An event as it came from outside. Who sends nonsense is told so, or cut where there is nobody to tell. */
  receive(event: unknown, args: readonly unknown[]): void {
    const parsed = parseWatch(args);
    if (event !== "board:watch" || parsed.type === "malformed") {
      this.#counters.malformedEvents += 1;
      const problem = parsed.type === "malformed" && event === "board:watch" ? parsed.problem : "unknown event";
      if (parsed.answer !== null) return parsed.answer({ ok: false, problem });
      this.#counters.cut += 1;
      return this.#watcher.cut();
    }
    const { request, answer } = parsed;
    if (!this.#watches.take(this.#clock.nowMs())) {
      return answer({ ok: false, problem: ASKED_TOO_OFTEN });
    }
    this.leave();
    if (this.#rooms.join(this.#watcher, request, (current) => answer({ ok: true, current }))) this.#watched = request;
    else answer({ ok: false, problem: NO_SUCH_BOARD });
  }

  leave(): void {
    if (this.#watched !== null) this.#rooms.leave(this.#watcher, this.#watched);
    this.#watched = null;
  }
}
