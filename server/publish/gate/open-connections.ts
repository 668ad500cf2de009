import type { Socket } from "node:net";
import type { Asker } from "../../http/asking/who-asks";
import type { Limits } from "./connection-limits";

/** `full`: too many of all or of this address. `share-used-up`: too many of this one principal. */
export type Admission = "admitted" | "full" | "share-used-up";
type Share = { readonly of: string; readonly most: number };

/** The open sockets and who is behind each; whoever is admitted is forgotten when the socket closes. */
export class OpenConnections {
  readonly #limits: Limits;
  readonly #open = new Map<Socket, Asker>();
  readonly #byAddress = new Tally();
  readonly #byShare = new Tally();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  get open(): number {
    return this.#open.size;
  }

  admit(socket: Socket, who: Asker, share: Share | null): Admission {
    const { total, perAddress } = this.#limits;
    if (this.#open.size >= total || this.#byAddress.of(who.address) >= perAddress) return "full";
    if (share !== null && this.#byShare.of(share.of) >= share.most) return "share-used-up";
    if (socket.destroyed || this.#open.has(socket)) return "full";
    this.#open.set(socket, who);
    this.#byAddress.add(who.address, 1);
    if (share !== null) this.#byShare.add(share.of, 1);
    socket.once("close", () => {
      this.#open.delete(socket);
      this.#byAddress.add(who.address, -1);
      if (share !== null) this.#byShare.add(share.of, -1);
    });
    return "admitted";
  }

  /** null: it has closed, or was never admitted. */
  whoIs(socket: Socket): Asker | null {
    return this.#open.get(socket) ?? null;
  }

  all(): Iterable<readonly [Socket, Asker]> {
    return this.#open;
  }

  destroyAll(): void {
    for (const socket of this.#open.keys()) socket.destroy();
  }
}

/** How many there are of each; of what there is none nothing is kept. */
class Tally {
  readonly #counts = new Map<string, number>();

  of(key: string): number {
    return this.#counts.get(key) ?? 0;
  }

  add(key: string, more: number): void {
    const count = this.of(key) + more;
    if (count > 0) this.#counts.set(key, count);
    else this.#counts.delete(key);
  }
}
