import { createWriteStream, type WriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { fileTroubleWords } from "../plain-words";

/** Where a recording goes: two files a connection, never over an existing one. */
export type RecordingFiles = {
  /** `connection` counts from 1; its pieces come in order. */
  readonly write: (connection: number, chunk: Uint8Array, receivedAtMs: number) => void;
  readonly saved: () => { readonly bytes: number; readonly files: readonly string[] };
  readonly close: () => Promise<void>;
};

type Open = { readonly connection: number; readonly stream: WriteStream; readonly times: WriteStream; offset: number };

/** @param onProblem told when a file cannot be written */
export function createRecordingFiles(file: string, onProblem: (problem: string) => void): RecordingFiles {
  const names: string[] = [];
  const ends: Promise<void>[] = [];
  let current: Open | null = null;
  let bytes = 0;

  return {
    write: (connection, chunk, receivedAtMs) => {
      if (current?.connection !== connection) current = open(connection);
      current.stream.write(chunk);
      const line = { received_ms: receivedAtMs, byte_offset: current.offset, length: chunk.length };
      current.times.write(`${JSON.stringify(line)}\n`);
      current.offset += chunk.length;
      bytes += chunk.length;
    },
    saved: () => ({ bytes, files: names }),
    close: async () => {
      endCurrent();
      await Promise.all(ends);
    },
  };

  function open(connection: number): Open {
    endCurrent();
    const name = connection === 1 ? file : `${file}.${connection}`;
    names.push(name);
    return { connection, stream: create(name), times: create(`${name}.times.jsonl`), offset: 0 };
  }

  function create(name: string): WriteStream {
    const stream = createWriteStream(name, { flags: "wx", mode: 0o600 });
    const end = finished(stream).catch((error: unknown) => {
      const exists = error instanceof Error && "code" in error && error.code === "EEXIST";
      onProblem(exists ? `${name} exists already` : `${name} cannot be written: ${fileTroubleWords(error)}`);
    });
    ends.push(end);
    return stream;
  }

  function endCurrent(): void {
    current?.stream.end();
    current?.times.end();
    current = null;
  }
}
