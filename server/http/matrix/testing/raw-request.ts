import { createConnection } from "node:net";
import type { Office } from "./office";
import type { Shown } from "./people";
import type { Prepared } from "./requests";

/** A header line each, as it goes out; null: it is left out. */
export type Headers = Readonly<Record<string, string | null>>;
export type RawAnswer = {
  /** 0: the connection was ended without an answer. */
  readonly status: number;
  readonly body: string;
  /** Every byte that came. */
  readonly all: string;
};

const TOO_LONG_MS = 15_000;
/** What was written before has been read, and waits for the rest. */
const READ_BY_THEN_MS = 100;

/**
 * Writes just these bytes and reads until the other side ends, so that no client puts anything right.
 * @param meanwhile what happens before the last byte goes out
 */
export function rawAnswer(port: number, bytes: string, meanwhile?: () => unknown): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ port, host: "127.0.0.1" }, () => {
      if (meanwhile === undefined) return socket.write(bytes, "latin1");
      socket.write(bytes.slice(0, -1), "latin1");
      return setTimeout(async () => {
        await meanwhile();
        socket.write(bytes.slice(-1), "latin1");
      }, READ_BY_THEN_MS);
    });
    const chunks: Buffer[] = [];
    socket.setTimeout(TOO_LONG_MS, () => socket.destroy(new Error(`no end of the answer to ${JSON.stringify(bytes)}`)));
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "ECONNRESET" && error.code !== "EPIPE") reject(error);
    });
    socket.on("close", () => {
      const all = Buffer.concat(chunks).toString("latin1");
      const end = all.indexOf("\r\n\r\n");
      resolve({
        status: Number(/^HTTP\/1\.1 (\d+)/.exec(all)?.[1] ?? 0),
        body: end < 0 ? "" : all.slice(end + 4),
        all,
      });
    });
  });
}

/** The bytes of a request. `headers` replace those that it would have. */
export function bytesOf(
  office: Pick<Office, "port" | "own">,
  { method, path, body, cookie, contentType = "application/json" }: Prepared & { readonly method: string },
  shown: Shown,
  headers: Headers = {},
  version = "HTTP/1.1",
): string {
  const cookies = [shown.cookie, cookie].flatMap((each) => each ?? []).join("; ");
  const text = body === undefined ? "" : JSON.stringify(body);
  const all: Headers = {
    Host: `127.0.0.1:${office.port}`,
    Connection: "close",
    Cookie: cookies === "" ? null : cookies,
    Authorization: shown.authorization,
    Origin: method === "GET" || method === "HEAD" || shown.authorization !== null ? null : office.own,
    "Content-Type": text === "" ? null : contentType,
    "Content-Length": text === "" ? null : String(Buffer.byteLength(text)),
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}\r\n`]));
  return `${method} ${path} ${version}\r\n${lines.join("")}\r\n${text}`;
}
