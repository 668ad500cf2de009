import { resolve } from "node:path";
import { createCalendar } from "../../lib/calendar";
import type { SiteConfig } from "../../lib/config";
import { formatCount, formatDuration, formatPercent } from "../../lib/format";
import type { BoardSnapshot, Figures } from "../../lib/metrics/snapshot-types";
import { createNumberReader } from "../callers/rules/normal-number";
import { type Replayed, replayAsterisk } from "../replay";
import { type Command, type CommandIo, readArgs, refuseArgs } from "./command";
import { siteToReplayWith } from "./replay-site";

const HELP = `pickup replay FILE… [--as asterisk-ami] [--queue-log FILE] [--until ISO] [--json] [--config FILE]

Folds a recording by its own clock, without waiting, and prints the board as it stood at the end.
Several files are successive connections; given in the order of time; the time between them is a gap in the day.

  --as KIND          what was recorded; asterisk-ami, the only kind so far: the bytes of AMI connections
  --queue-log FILE   Asterisk's queue_log: tells what happened in the gaps
  --until ISO        show the board as it stood then, within the recording: 2026-11-22T05:34:00Z
  --json             the snapshot as JSON, as the HTTP API gives it
  --config FILE      hours, targets and queues to judge by; without it: always open, 90 % in 60 s

Files may be gzip. Where FILE.times.jsonl lies beside a file it gives the arrival times.`;

export const replayCommand: Command = {
  name: "replay",
  summary: "fold a recording and print the board",
  help: HELP,
  run: async (args, io) => {
    const read = readArgs(args, {
      options: {
        as: { type: "string" },
        "queue-log": { type: "string" },
        until: { type: "string" },
        json: { type: "boolean" },
        config: { type: "string" },
      },
      positionals: { min: 1, max: Number.POSITIVE_INFINITY, what: "FILE" },
    });
    if (!read.ok) return refuseArgs("replay", read.problem, io);
    const { values } = read;
    // Said or not, it is the only kind so far.
    const kind = values.as ?? "asterisk-ami";
    if (kind !== "asterisk-ami") {
      return refuseArgs("replay", `--as must be asterisk-ami, not ${kind === "" ? "left empty" : kind}`, io);
    }
    const untilMs = values.until === undefined ? null : parseInstant(values.until);
    if (Number.isNaN(untilMs)) {
      return refuseArgs("replay", `--until takes an instant like 2026-11-22T05:34:00Z, not ${values.until}`, io);
    }
    const configured = await siteToReplayWith(values.config ?? null, io);
    if (!configured.ok) {
      for (const problem of configured.problems) io.err(problem);
      return 1;
    }
    const { site, numbers } = configured;
    const queueLog = values["queue-log"];
    const inPlace = (file: string): string => resolve(io.cwd, file);
    const answer = replayAsterisk({
      files: read.positionals.map(inPlace),
      queueLogFile: queueLog === undefined ? null : inPlace(queueLog),
      untilMs,
      site,
      calendar: createCalendar(site.timeZone, site.dayStartsAtMinute),
      numbers: createNumberReader(numbers),
      onProblem: (what, sample) => io.err(`${what}: ${JSON.stringify(sample.slice(0, 120))}`),
    });
    if (answer.kind === "refused") {
      io.err(`pickup replay: ${answer.problem}`);
      return 1;
    }
    print(answer.replayed, values.json === true, site, io);
    return 0;
  },
};

/** With its offset from UTC: without one it would be an instant of whichever machine this is. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

const parseInstant = (text: string): number => (INSTANT.test(text) ? Date.parse(text) : Number.NaN);

function print({ snapshot, facts, problems }: Replayed, json: boolean, site: SiteConfig, io: CommandIo): void {
  if (json) {
    io.out(JSON.stringify(snapshot, null, 2));
    return;
  }
  const asOf = new Date(snapshot.asOfMs).toISOString();
  io.out(`${site.name}, ${snapshot.day}, as of ${asOf}: ${facts} facts, ${problems} problems`);
  io.out(table(snapshot));
  for (const gap of snapshot.gaps) {
    const how = gap.filled ? "filled from the source's log" : "not filled";
    io.out(`gap ${new Date(gap.fromMs).toISOString()} – ${new Date(gap.toMs).toISOString()}, ${how}`);
  }
}

const COLUMNS: readonly (readonly [string, (row: { waiting: number; today: Figures }) => string])[] = [
  ["offered", ({ today }) => formatCount(today.offered)],
  ["answered", ({ today }) => formatCount(today.answered)],
  ["met", ({ today }) => formatCount(today.met)],
  ["abandoned", ({ today }) => formatCount(today.abandoned)],
  ["short", ({ today }) => formatCount(today.shortAbandoned)],
  ["overflowed", ({ today }) => formatCount(today.overflowed)],
  ["refused", ({ today }) => formatCount(today.refused)],
  ["unknown", ({ today }) => formatCount(today.unknown)],
  ["waiting", ({ waiting }) => formatCount(waiting)],
  ["missed", ({ today }) => formatCount(today.missed)],
  ["ring-no-answer", ({ today }) => formatCount(today.ringNoAnswer)],
  ["service level", ({ today }) => formatPercent(today.serviceLevelRatio)],
  ["ASA", ({ today }) => formatDuration(today.asaMs)],
  ["longest", ({ today }) => formatDuration(today.waitMaxMs)],
];

function table(snapshot: BoardSnapshot): string {
  const rows = [
    ["queue", ...COLUMNS.map(([title]) => title)],
    ...snapshot.queues.map((row) => [row.name, ...COLUMNS.map(([, cell]) => cell(row))]),
    ["total", ...COLUMNS.map(([, cell]) => cell(snapshot.total))],
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]): string =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  ");
  return rows.map(line).join("\n");
}
