import { readRecording, type Recording, type Span } from "./recording";

/** `fromMs`: the first instant of all. */
export type RecordingsInOrder =
  | { readonly kind: "in-order"; readonly recordings: readonly Recording[]; readonly fromMs: number }
  | { readonly kind: "refused"; readonly problem: string };

type Named = { readonly file: string; readonly recording: Recording };

/** Successive connections: each begins when the one before it has ended, or the figures would be others without a word. */
export function readInOrder(files: readonly string[]): RecordingsInOrder {
  const read: Named[] = [];
  for (const file of files) {
    const recording = readRecording(file);
    if (recording.kind === "unreadable") return { kind: "refused", problem: recording.problem };
    const before = read.at(-1);
    const problem = before === undefined ? null : orderProblem(before, { file, recording });
    if (problem !== null) return { kind: "refused", problem };
    read.push({ file, recording });
  }
  const recordings = read.map(({ recording }) => recording);
  const spans = recordings.flatMap(({ arrived, stamped }) => [arrived, stamped].filter((span) => span !== null));
  if (spans.length === 0) return { kind: "refused", problem: noInstant(files) };
  return { kind: "in-order", recordings, fromMs: Math.min(...spans.map(({ fromMs }) => fromMs)) };
}

export const noInstant = (files: readonly string[]): string =>
  `when did it happen? Expected Timestamp lines (timestampevents = yes in manager.conf) or a FILE.times.jsonl, got neither in ${files.join(", ")}`;

/** `2026-11-22T05:33:43.888Z to 2026-11-22T05:35:36.509Z`. */
export const spanText = ({ fromMs, toMs }: Span): string =>
  `${new Date(fromMs).toISOString()} to ${new Date(toMs).toISOString()}`;

function orderProblem(before: Named, after: Named): string | null {
  const [first, second] = comparable(before.recording, after.recording);
  if (first === null || second === null || second.fromMs >= first.toMs) return null;
  return (
    `the files must come in the order of time: ${after.file} (${spanText(second)}) ` +
    `begins before the end of ${before.file} (${spanText(first)})`
  );
}

/** Both by the same clock where that can be had. */
function comparable(before: Recording, after: Recording): readonly [Span | null, Span | null] {
  if (before.arrived !== null && after.arrived !== null) return [before.arrived, after.arrived];
  if (before.stamped !== null && after.stamped !== null) return [before.stamped, after.stamped];
  return [before.arrived ?? before.stamped, after.arrived ?? after.stamped];
}
