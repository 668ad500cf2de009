import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/** A wire between Pickup and Asterisk that can be cut, and that remembers what Asterisk said over it. */
export type Wire = {
  readonly port: number;
  /** Every byte that Asterisk sent through, as text. */
  readonly heard: () => string;
  /** Breaks every connection and refuses new ones until `mend`. */
  readonly cut: () => void;
  readonly mend: () => Promise<void>;
  readonly close: () => void;
};

export async function openWire(target: { readonly host: string; readonly port: number }): Promise<Wire> {
  const chunks: Buffer[] = [];
  const open = new Set<Socket>();
  const carry = (near: Socket): void => {
    const far = connect(target);
    for (const socket of [near, far]) {
      open.add(socket);
      // A broken end is what this wire is for; the other end hears of it by its close.
      socket.on("error", () => socket.destroy());
      socket.on("close", () => open.delete(socket));
    }
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
    far.on("data", (chunk: Buffer) => chunks.push(chunk));
    near.pipe(far);
    far.pipe(near);
  };
  const listen = async (port: number): Promise<Server> => {
    const server = createServer(carry).listen(port, "127.0.0.1");
    await once(server, "listening");
    return server;
  };
  let server = await listen(0);
  const { port } = server.address() as AddressInfo;
  const cut = (): void => {
    server.close();
    for (const socket of open) socket.destroy();
  };
  return {
    port,
    heard: () => Buffer.concat(chunks).toString("utf8"),
    cut,
    mend: async () => {
      server = await listen(port);
    },
    close: cut,
  };
}
