import { Readable } from "node:stream";
import { systemClock } from "../../clock";
import type { CommandIo } from "../command";

/** A command's surroundings that keep what it says. */
export type CapturedIo = CommandIo & { readonly outLines: string[]; readonly errLines: string[] };

export function captureIo(surroundings: Partial<CommandIo> = {}): CapturedIo {
  const outLines: string[] = [];
  const errLines: string[] = [];
  return {
    out: (text) => outLines.push(...text.split("\n")),
    err: (text) => errLines.push(...text.split("\n")),
    input: () => Readable.from([]),
    env: {},
    cwd: process.cwd(),
    clock: systemClock,
    signal: new AbortController().signal,
    ...surroundings,
    outLines,
    errLines,
  };
}
