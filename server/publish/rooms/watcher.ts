import type { Socket as NetSocket } from "node:net";
import { sendFrame, type Connection, type Frame } from "./frame";

/** One screen's connection, and whether it keeps up. */
export class Watcher {
  readonly #connection: Connection;
  readonly #netSocket: NetSocket;

  constructor(connection: Connection, netSocket: NetSocket) {
    this.#connection = connection;
    this.#netSocket = netSocket;
  }

  /** Whether everything sent so far has left this process. */
  get drained(): boolean {
    return this.#connection.transport.writable;
  }

  send(frame: Frame): void {
    sendFrame(this.#connection, frame);
  }

  /** Calls back once everything sent so far has left. @returns stops waiting. */
  whenDrained(listener: () => void): () => void {
    const { transport } = this.#connection;
    // engine.io's own listener comes first and may have sent what was queued meanwhile: then it is not drained yet.
    const ready = (): void => {
      if (!this.drained) return;
      transport.off("ready", ready);
      listener();
    };
    transport.on("ready", ready);
    return () => transport.off("ready", ready);
  }

  /** Ends the connection at once; a polite close would wait behind what the screen does not read. */
  cut(): void {
    this.#netSocket.destroy();
  }
}
