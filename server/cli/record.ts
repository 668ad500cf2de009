import path from "node:path";
import type { AsteriskSourceConfig } from "../../lib/config";
import { detailText } from "../../lib/metrics/source-detail";
import { readSettings } from "../settings";
import { createAsteriskSource } from "../sources/asterisk/asterisk-source";
import type { SourceSink } from "../sources/source";
import { type Command, type CommandIo, readArgs, refuseArgs } from "./command";
import { createRecordingFiles } from "./recording-files";
import { NOTHING_KNOWN } from "../sources/source";

const HELP = `pickup record --source ID FILE [--config FILE]

Saves what a source says, byte for byte, until it is stopped (Ctrl-C): for a bug report, a test, or pickup replay.

  FILE               the bytes of the first connection after its login; those of a later one go to FILE.2, FILE.3 …
  FILE.times.jsonl   when they came: a line {received_ms, byte_offset, length} for each piece

  --source ID        a source of the configuration, of kind asterisk-ami
  --config FILE      the configuration (default: pickup.config.yaml here)

No password is in the files, but callers' numbers and names are: they can be read by you alone. Keep it so.`;

export const recordCommand: Command = {
  name: "record",
  summary: "saves what a source says, byte for byte with arrival times",
  help: HELP,
  run: runRecord,
};

/** @returns 0 when anything was saved, 1 when not, 2 for a mistake in the arguments. */
export async function runRecord(args: readonly string[], io: CommandIo): Promise<number> {
  const read = readArgs(args, {
    options: { source: { type: "string" }, config: { type: "string" } },
    positionals: { min: 1, max: 1, what: "FILE" },
  });
  if (!read.ok) return refuseArgs("record", read.problem, io);
  const [file] = read.positionals;
  if (read.values.source === undefined) return refuseArgs("record", "--source ID is missing", io);
  if (file === undefined) return refuseArgs("record", "FILE is missing", io);

  const answer = await readSettings({
    cwd: io.cwd,
    env: io.env,
    configPath: read.values.config ?? null,
    demo: false,
  });
  if (!answer.ok) {
    for (const problem of answer.problems) io.err(problem);
    return 1;
  }
  const { sources } = answer.settings;
  const config = sources.find((source) => source.id === read.values.source);
  if (config === undefined) {
    const ids = sources.map((source) => source.id).join(", ");
    return refuseArgs("record", `there is no source "${read.values.source}"; there is ${ids}`, io);
  }
  if (config.kind !== "asterisk-ami") return refuseArgs("record", `a source of kind ${config.kind} says no bytes`, io);
  return record(config, path.resolve(io.cwd, file), io);
}

async function record(config: AsteriskSourceConfig, file: string, io: CommandIo): Promise<number> {
  const giveUp = new AbortController();
  let problem: string | null = null;
  const stopFor = (reason: string): void => {
    problem ??= reason;
    giveUp.abort();
  };
  const files = createRecordingFiles(file, stopFor);
  const source = createAsteriskSource(config, {
    wrapUpMsOf: () => null,
    clock: io.clock,
    tap: files.write,
  });
  let attempts = 0;
  const sink: SourceSink = {
    events: () => undefined,
    proof: () => undefined,
    problem: (what, sample) => io.err(`${what}: ${sample}`),
    state: (state, told) => {
      const detail = detailText(told);
      io.err(detail);
      if (state === "connecting") attempts += 1;
      // What cannot be reached at all is a mistake; what is lost later is part of the recording.
      const failed = state === "down" || attempts > 1;
      if (failed && files.saved().bytes === 0 && !io.signal.aborted) stopFor(detail);
    },
  };
  await source.start(sink, NOTHING_KNOWN, AbortSignal.any([io.signal, giveUp.signal]));
  await files.close();
  if (problem !== null) {
    io.err(`pickup record: ${problem}`);
    return 1;
  }
  const saved = files.saved();
  io.out(`Saved ${saved.bytes} bytes in ${saved.files.join(", ")}`);
  return saved.bytes > 0 ? 0 : 1;
}
