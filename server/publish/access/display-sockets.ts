import { assertNever } from "../../../lib/vocabulary";
import type { Asker } from "../../http/asking/who-asks";
import { encodeEvent, type Frame } from "../rooms/frame";
import type { Watcher } from "../rooms/watcher";
import type { SocketAccess } from "./socket-access";

/** What can be told to a television. `forMs`: it shows its name for so long. */
export type DisplayWord =
  { readonly kind: "reload" } | { readonly kind: "identify"; readonly name: string; readonly forMs: number };

const SEEN_EVERY_MS = 60_000;

/** The open sockets of televisions: who of them is there, and how to tell them something. */
export class DisplaySockets {
  readonly #access: SocketAccess;
  readonly #open = new Map<string, Map<Watcher, string>>();
  readonly #say: (line: string) => void;
  readonly #seeing: NodeJS.Timeout;
  #isFailing = false;

  constructor(access: SocketAccess, say: (line: string) => void, seenEveryMs = SEEN_EVERY_MS) {
    this.#access = access;
    this.#say = say;
    access.displays.tellConnected((id) => this.isConnected(id));
    this.#seeing = setInterval(() => this.#seeAll(), seenEveryMs);
    this.#seeing.unref();
  }

  isConnected(displayId: string): boolean {
    return this.#open.has(displayId);
  }

  /** @returns what to call when it has gone; of anybody else than a display nothing is kept. */
  opened({ principal, address }: Asker, watcher: Watcher): () => void {
    if (principal.kind !== "display") return () => undefined;
    const { displayId } = principal;
    const sockets = this.#open.get(displayId) ?? new Map<Watcher, string>();
    this.#open.set(displayId, sockets.set(watcher, address));
    this.#see(displayId, address);
    return () => {
      sockets.delete(watcher);
      if (sockets.size === 0 && this.#open.get(displayId) === sockets) this.#open.delete(displayId);
    };
  }

  /** @returns how many sockets were told */
  tell(displayId: string, word: DisplayWord): number {
    const sockets = this.#open.get(displayId);
    if (sockets === undefined) return 0;
    const frame = frameOf(word);
    for (const watcher of sockets.keys()) watcher.send(frame);
    return sockets.size;
  }

  close(): void {
    clearInterval(this.#seeing);
  }

  #seeAll(): void {
    for (const [displayId, sockets] of this.#open) {
      const [address] = [...sockets.values()].slice(-1);
      if (address !== undefined) this.#see(displayId, address);
    }
  }

  /** A full disk must not take its board from a television. */
  #see(displayId: string, address: string): void {
    try {
      this.#access.displays.seen(displayId, address);
      this.#isFailing = false;
    } catch (error) {
      if (!this.#isFailing) this.#say(`when a display was seen cannot be written down: ${String(error)}`);
      this.#isFailing = true;
    }
  }
}

function frameOf(word: DisplayWord): Frame {
  switch (word.kind) {
    case "reload":
      return encodeEvent("display:reload");
    case "identify":
      return encodeEvent("display:identify", { name: word.name, forMs: word.forMs });
    default:
      return assertNever(word);
  }
}
