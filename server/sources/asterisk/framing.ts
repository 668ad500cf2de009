import { sampleOf } from "./sample-text";

/** What a framer hands on; the text is Latin-1, one character a byte. */
export type FramerPorts = {
  /** A whole message stands in `text` from `from` up to, not including, `to`. */
  readonly message: (text: string, from: number, to: number) => void;
  readonly banner: (line: string) => void;
  readonly problem: (what: string, sample: string) => void;
};

export type Framer = {
  readonly push: (chunk: Uint8Array) => void;
  /** Another connection begins: what was left of the one before is dropped. */
  readonly restart: () => void;
};

const MAX_LINE = 8 * 1024;
const MAX_HEADERS = 256;
const MAX_MESSAGE = 64 * 1024;
/** No message shorter than this passes a limit: "a: b" and a line end are six bytes. */
const SURELY_WITHIN = MAX_HEADERS * 6;
const CR = 13;
const LF = 10;

/**
 * Cuts a stream into messages, each ended by an empty line. Lines end with CRLF or a bare LF, and a chunk may end
 * anywhere. A message past a limit is dropped and reported; the stream goes on.
 */
export function createFramer(ports: FramerPorts): Framer {
  let rest = "";
  let skipping = false;
  let atStart = true;

  function push(chunk: Uint8Array): void {
    const piece = latin1(chunk);
    // Nothing ends without a line end: joining pieces costs nothing until one comes.
    if (!piece.includes("\n")) {
      rest += piece;
      if (rest.length > MAX_MESSAGE) skip(rest);
      return;
    }
    if (rest === "") {
      scan(piece, 0);
      return;
    }
    // Only the message that was cut is joined; the rest of a long piece is read where it stands.
    const cut = afterFirstEnd(piece);
    // An end may begin in the last two characters of what was already searched.
    scan(rest + piece.slice(0, cut), Math.max(0, rest.length - 2));
    if (cut < piece.length) scan(rest + piece.slice(cut), 0);
  }

  function scan(text: string, searchFrom: number): void {
    let crlfEnd = text.indexOf("\n\r\n", searchFrom);
    let lfEnd = text.indexOf("\n\n", searchFrom);
    let from = 0;
    for (;;) {
      if (!skipping) from = skipLineEnds(text, from);
      if (atStart) {
        const next = readBanner(text, from);
        if (next === null) break;
        from = next;
        continue;
      }
      if (crlfEnd >= 0 && crlfEnd < from) crlfEnd = text.indexOf("\n\r\n", from);
      if (lfEnd >= 0 && lfEnd < from) lfEnd = text.indexOf("\n\n", from);
      const endsWithLf = lfEnd >= 0 && (crlfEnd < 0 || lfEnd < crlfEnd);
      const end = endsWithLf ? lfEnd : crlfEnd;
      if (end < 0) break;
      if (skipping) skipping = false;
      else deliver(text, from, end);
      from = end + (endsWithLf ? 2 : 3);
    }
    rest = from === 0 ? text : text.slice(from);
    if (rest.length > MAX_MESSAGE || skipping) skip(rest);
  }

  /** The greeting is the one line that is no message. @returns where to read on; null: wait for the whole line */
  function readBanner(text: string, from: number): number | null {
    const stop = text.indexOf("\n", from);
    if (stop < 0) return null;
    atStart = false;
    const line = text.slice(from, stop);
    if (line.includes(": ")) return from;
    ports.banner(line.trimEnd());
    return stop + 1;
  }

  function deliver(text: string, from: number, to: number): void {
    const problem = to - from > SURELY_WITHIN ? problemOf(text, from, to) : null;
    if (problem === null) ports.message(text, from, to);
    else ports.problem(problem, sampleOf(text.slice(from, to)));
  }

  function skip(text: string): void {
    if (!skipping) ports.problem("a message longer than 64 kB", sampleOf(text));
    skipping = true;
    rest = text.slice(-2);
  }

  return {
    push,
    restart: () => {
      rest = "";
      skipping = false;
      atStart = true;
    },
  };
}

function latin1(chunk: Uint8Array): string {
  const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  return bytes.toString("latin1");
}

/** Where the first message that ends in this piece ends; its length when none does. */
function afterFirstEnd(piece: string): number {
  const crlf = piece.indexOf("\n\r\n");
  const lf = (crlf < 0 ? piece : piece.slice(0, crlf + 1)).indexOf("\n\n");
  if (lf >= 0) return lf + 2;
  return crlf < 0 ? piece.length : crlf + 3;
}

/** Some messages are followed by one empty line too many. */
function skipLineEnds(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === LF || code === CR; code = text.charCodeAt(at)) at += 1;
  return at;
}

function problemOf(text: string, from: number, to: number): string | null {
  if (to - from > MAX_MESSAGE) return "a message longer than 64 kB";
  let headers = 0;
  for (let at = from; at < to; headers += 1) {
    const stop = text.indexOf("\n", at);
    const lineEnd = stop < 0 || stop > to ? to : stop;
    if (lineEnd - at > MAX_LINE) return "a line longer than 8 kB";
    at = lineEnd + 1;
  }
  return headers > MAX_HEADERS ? "a message of more than 256 headers" : null;
}
