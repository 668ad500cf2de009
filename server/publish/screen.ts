import type { BoardConfig, RotationConfig } from "../../lib/config";
import { ASKED_TOO_OFTEN, type ClientToServer, NO_SUCH_BOARD } from "../../lib/wire/protocol";
import type { Principal } from "../access/principal";
import { mayDo } from "../access/rights";
import { boardFor } from "../access/sight";
import type { Clock } from "../clock";
import type { EventRights } from "./access/event-rights";
import { isUnchanged } from "./access/revocation";
import type { SocketAccess } from "./access/socket-access";
import type { PublishCounters } from "./counters";
import { TokenBucket } from "../token-bucket";
import type { Rooms } from "./rooms/rooms";
import type { Watcher } from "./rooms/watcher";
import { answerOf, parseWatch } from "./watch-request";

/** Each may cost a whole snapshot. */
const WATCHES = { burst: 8, perSecond: 1 };

export type ScreenParts = {
  readonly rooms: Rooms;
  readonly feed: { readonly boards: () => readonly BoardConfig[]; readonly rotations: () => readonly RotationConfig[] };
  readonly access: SocketAccess;
  readonly rights: EventRights;
  readonly clock: Clock;
  readonly counters: PublishCounters;
};

/** What one screen asks for. It watches one board at a time: a second watch replaces the first. */
export class Screen {
  /** What a socket may send, and how it is answered. */
  static readonly #answers: Readonly<Record<keyof ClientToServer, (screen: Screen, args: readonly unknown[]) => void>> =
    { "board:watch": (screen, args) => screen.#watch(args) };
  static readonly EVENTS: readonly string[] = Object.keys(Screen.#answers);

  readonly #watcher: Watcher;
  readonly #principal: Principal;
  readonly #parts: ScreenParts;
  readonly #watches: TokenBucket;
  #leave: (() => void) | null = null;

  constructor(watcher: Watcher, principal: Principal, parts: ScreenParts) {
    this.#watcher = watcher;
    this.#principal = principal;
    this.#parts = parts;
    this.#watches = new TokenBucket(WATCHES, parts.clock.nowMs());
  }

  /** An event as it came from outside. */
  receive(event: unknown, args: readonly unknown[]): void {
    const { rights, access, counters } = this.#parts;
    const right = typeof event === "string" ? rights.get(event) : undefined;
    if (right === undefined) return this.#refuse(args, "unknown event");
    if (!isUnchanged(access, this.#principal)) {
      counters.revoked += 1;
      return this.#watcher.cut();
    }
    if (!mayDo(this.#principal, right)) return this.#refuse(args, "not allowed");
    Screen.#answers[event as keyof ClientToServer](this, args);
  }

  leave(): void {
    this.#leave?.();
    this.#leave = null;
  }

  #watch(args: readonly unknown[]): void {
    const { rooms, feed, clock } = this.#parts;
    const parsed = parseWatch(args);
    if (parsed.type === "malformed") return this.#refuse(args, parsed.problem);
    const { request, answer } = parsed;
    if (!this.#watches.take(clock.nowMs())) return answer({ ok: false, problem: ASKED_TOO_OFTEN });
    this.leave();
    const site = { boards: feed.boards(), rotations: feed.rotations() };
    const board = boardFor(this.#principal, request.boardId, site);
    if (board === null) return answer({ ok: false, problem: NO_SUCH_BOARD });
    this.#leave = rooms.join(this.#watcher, board, request, (current) => answer({ ok: true, current }));
  }

  /** Who sends nonsense is told so, or cut where there is nobody to tell. */
  #refuse(args: readonly unknown[], problem: string): void {
    const { counters } = this.#parts;
    counters.malformedEvents += 1;
    const answer = answerOf(args);
    if (answer !== null) return answer({ ok: false, problem });
    counters.cut += 1;
    this.#watcher.cut();
  }
}
