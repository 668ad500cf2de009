import type { SourceEvent } from "../../../../lib/events";
import { type AmiSessionOptions, createAmiSession } from "../session";
import { NOTHING_KNOWN } from "../../source";

export type Replayed = {
  readonly events: readonly SourceEvent[];
  readonly problems: readonly string[];
  readonly snapshots: number;
};

/** How a stream is cut into chunks. */
export type Cut = (bytes: Uint8Array) => Iterable<Uint8Array>;

/** As a socket hands it over. */
export const inPiecesOf = (size: number): Cut =>
  function* pieces(bytes) {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };

const NOTHING_BEFORE: AmiSessionOptions = {
  wrapUpMsOf: () => null,
  resume: NOTHING_KNOWN,
};

/** Plays successive connections by the recording's own clock. */
export function replay(
  connections: readonly Uint8Array[],
  queueLog: string | null,
  cut: Cut = inPiecesOf(65_536),
  options: AmiSessionOptions = NOTHING_BEFORE,
): Replayed {
  const events: SourceEvent[] = [];
  const problems: string[] = [];
  let snapshots = 0;
  const session = createAmiSession(options, {
    emit: (batch) => events.push(...batch),
    onResponse: () => undefined,
    onBanner: (line) => problems.push(`banner: ${line}`),
    onFullyBooted: () => undefined,
    onSnapshotComplete: () => {
      snapshots += 1;
    },
    onShutdown: () => undefined,
    problem: (what, sample) => problems.push(`${what}: ${sample}`),
    readQueueLog: queueLog === null ? null : () => queueLog,
  });
  for (const connection of connections) {
    session.connectionMade(null);
    for (const chunk of cut(connection)) session.bytes(chunk, null);
    session.connectionLost(null, "end of the recording");
  }
  session.advanceTo((session.lastAtMs() ?? 0) + 60_000);
  return { events, problems, snapshots };
}
