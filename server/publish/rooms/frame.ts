import type { Socket } from "socket.io";
import type { ServerToClient } from "../../../lib/wire/protocol";

/** The connection below a Socket.IO socket. */
export type Connection = Socket["conn"];

/** A message encoded once, down to the WebSocket frame, for any number of sockets. */
export type Frame = {
  /** The Socket.IO packet. */
  readonly packet: string;
  /** What engine.io takes beside it; `wsPreEncodedFrame` is how Socket.IO's own broadcast shares a frame. */
  readonly options: { readonly compress: false; readonly wsPreEncodedFrame: readonly [Buffer] };
};

export function encodeEvent<Name extends keyof ServerToClient>(
  name: Name,
  ...args: Parameters<ServerToClient[Name]>
): Frame {
  const packet = `2${JSON.stringify([name, ...args])}`;
  return { packet, options: { compress: false, wsPreEncodedFrame: [webSocketFrame(Buffer.from(`4${packet}`))] } };
}

/** Header and text in one piece, so that each socket costs one write of one buffer (RFC 6455 5.2, unmasked). */
function webSocketFrame(text: Buffer): Buffer {
  const length = text.length;
  const header = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  header[0] = 0x81; // final, text
  if (header.length === 2) header[1] = length;
  else if (header.length === 4) {
    header[1] = 126;
    header.writeUInt16BE(length, 2);
  } else {
    header[1] = 127;
    header.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([header, text]);
}

export function sendFrame(connection: Connection, frame: Frame): void {
  connection.write(frame.packet, frame.options);
}
