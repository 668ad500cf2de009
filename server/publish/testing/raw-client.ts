import { createConnection, type Socket } from "node:net";
import { once } from "node:events";

const PATH = "/socket.io/?EIO=4&transport=websocket";

export type RawClient = {
  readonly socket: Socket;
  /** Status line of the answer to the upgrade. */
  readonly status: string;
  /** Sends a text frame. */
  readonly send: (text: string) => void;
  /** Every text received so far. */
  readonly texts: readonly string[];
  /** Stops and starts reading from the network. */
  readonly pause: () => void;
  readonly resume: () => void;
  readonly closed: Promise<void>;
};

/** A WebSocket client without manners: any path, any headers, reads only when it likes. */
export async function connectRaw(
  port: number,
  { path = PATH, headers = {} }: { path?: string; headers?: Readonly<Record<string, string>> } = {},
): Promise<RawClient> {
  const socket = createConnection({ port, host: "127.0.0.1" });
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.on("error", () => undefined);
  await once(socket, "connect");
  const all = {
    Host: `127.0.0.1:${port}`,
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`GET ${path} HTTP/1.1\r\n${lines.join("")}\r\n`);

  const texts: string[] = [];
  let received = Buffer.alloc(0);
  let status: string | null = null;
  const answered = new Promise<string>((resolve) => {
    socket.on("data", (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (status === null) {
        const end = received.indexOf("\r\n\r\n");
        if (end < 0) return;
        status = received.toString("latin1", 0, received.indexOf("\r\n"));
        received = received.subarray(end + 4);
        resolve(status);
      }
      received = readFrames(received, texts);
    });
    void closed.then(() => resolve(status ?? "closed"));
  });
  return {
    socket,
    status: await answered,
    send: (text) => void socket.write(maskedFrame(Buffer.from(text))),
    texts,
    pause: () => void socket.pause(),
    resume: () => void socket.resume(),
    closed,
  };
}

/** Mask 0: the text stays readable. */
function maskedFrame(text: Buffer): Buffer {
  const length = text.length;
  const header = Buffer.alloc(length < 126 ? 6 : length < 65_536 ? 8 : 14);
  header[0] = 0x81;
  header[1] = 0x80 | (length < 126 ? length : length < 65_536 ? 126 : 127);
  if (header.length === 8) header.writeUInt16BE(length, 2);
  if (header.length === 14) header.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([header, text]);
}

/** @returns what is left of an unfinished frame. */
function readFrames(bytes: Buffer, texts: string[]): Buffer<ArrayBuffer> {
  let at = 0;
  while (bytes.length >= at + 2) {
    const short = (bytes[at + 1] ?? 0) & 0x7f;
    const headerLength = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (bytes.length < at + headerLength) break;
    const length =
      short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
    const end = at + headerLength + length;
    if (bytes.length < end) break;
    if (((bytes[at] ?? 0) & 0x0f) === 1) texts.push(bytes.toString("utf8", at + headerLength, end));
    at = end;
  }
  return Buffer.from(bytes.subarray(at));
}
