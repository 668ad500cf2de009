import type { Socket } from "node:net";

export type Limits = { readonly perAddress: number; readonly total: number };

/** Room for a thousand screens behind one proxy, and an end to a flood. */
export const DEFAULT_LIMITS: Limits = { perAddress: 2_500, total: 5_000 };

/** Counts open sockets by peer address; whoever is admitted is forgotten when the socket closes. */
export class ConnectionLimits {
  readonly #limits: Limits;
  readonly #open = new Set<Socket>();
  readonly #byAddress = new Map<string, number>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  get open(): number {
    return this.#open.size;
  }

  admit(socket: Socket): boolean {
    const address = socket.remoteAddress ?? "";
    const sameAddress = this.#byAddress.get(address) ?? 0;
    if (this.#open.size >= this.#limits.total || sameAddress >= this.#limits.perAddress) return false;
    if (socket.destroyed || this.#open.has(socket)) return false;
    this.#open.add(socket);
    this.#byAddress.set(address, sameAddress + 1);
    socket.once("close", () => this.#forget(socket, address));
    return true;
  }

  destroyAll(): void {
    for (const socket of this.#open) socket.destroy();
  }

  #forget(socket: Socket, address: string): void {
    this.#open.delete(socket);
    const left = (this.#byAddress.get(address) ?? 1) - 1;
    if (left > 0) this.#byAddress.set(address, left);
    else this.#byAddress.delete(address);
  }
}
