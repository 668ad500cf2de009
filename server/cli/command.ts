import type { Readable } from "node:stream";
import { parseArgs, type ParseArgsConfig } from "node:util";
import type { Clock } from "../clock";
import { didYouMean } from "../did-you-mean";

/** What a command may touch of the process it runs in; tests hand in their own. */
export type CommandIo = {
  /** Writes text and a line end to standard output: what was asked for. */
  readonly out: (text: string) => void;
  /** Writes text and a line end to standard error: progress, warnings, mistakes. */
  readonly err: (text: string) => void;
  /** Standard input; not touched before it is asked for. `isTTY`: somebody types. */
  readonly input: () => Readable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Relative paths start here. */
  readonly cwd: string;
  readonly clock: Clock;
  /** Aborts when the process is asked to stop (Ctrl-C, SIGTERM). */
  readonly signal: AbortSignal;
};

/** One word after `pickup`. `--help` is answered before `run` is reached. */
export type Command = {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The whole answer to `pickup NAME --help`. */
  readonly help: string;
  /** @returns the exit code: 0 done, 1 it did not work, 2 it was asked wrongly. */
  readonly run: (args: readonly string[], io: CommandIo) => Promise<number>;
};

/** The exit code of a command line that cannot be understood. */
export const EXIT_USAGE = 2;

type ParseArgsOptionsConfig = NonNullable<ParseArgsConfig["options"]>;

export type ArgsShape<Options extends ParseArgsOptionsConfig> = {
  readonly options: Options;
  /** How many words without dashes it takes, and what to call them in a mistake. */
  readonly positionals: { readonly min: number; readonly max: number; readonly what: string };
};

type ParsedValues<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true; strict: true }>
>["values"];

export type ParsedArgs<Options extends ParseArgsOptionsConfig> =
  | { readonly ok: true; readonly values: ParsedValues<Options>; readonly positionals: readonly string[] }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads a command's arguments.
 * @returns the values, or the mistake in one line; print it with `refuseArgs`.
 */
export function readArgs<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  shape: ArgsShape<Options>,
): ParsedArgs<Options> {
  try {
    const parsed = parseArgs({ args: [...args], options: shape.options, allowPositionals: true, strict: true });
    const problem = positionalsProblem(parsed.positionals, shape.positionals);
    if (problem !== null) return { ok: false, problem };
    return { ok: true, values: parsed.values as ParsedValues<Options>, positionals: parsed.positionals };
  } catch (error) {
    return { ok: false, problem: describeArgsError(error, args, Object.keys(shape.options)) };
  }
}

/** Says what is wrong with the command line and where to read on. @returns the exit code. */
export function refuseArgs(command: string, problem: string, io: CommandIo): number {
  io.err(`pickup ${command}: ${problem} (pickup ${command} --help says more)`);
  return EXIT_USAGE;
}

function positionalsProblem(
  given: readonly string[],
  wanted: { readonly min: number; readonly max: number; readonly what: string },
): string | null {
  if (given.length < wanted.min) return `${wanted.what} is missing`;
  const surplus = given[wanted.max];
  return surplus === undefined ? null : `what is "${surplus}" for? It takes ${describeLimit(wanted)}`;
}

function describeLimit(wanted: { readonly max: number; readonly what: string }): string {
  return wanted.max === 0 ? "options only" : wanted.what;
}

function describeArgsError(error: unknown, args: readonly string[], known: readonly string[]): string {
  if (!(error instanceof TypeError) || !("code" in error)) throw error;
  if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
    const option = /'(-[^']*)'/.exec(error.message)?.[1] ?? args.find((word) => word.startsWith("-")) ?? "";
    const options = known.map((name) => `--${name}`);
    return `there is no option ${option}${didYouMean(option, options)}`;
  }
  const option = /'(?:-\w, )?(--[\w-]+)/.exec(error.message)?.[1];
  if (error.code !== "ERR_PARSE_ARGS_INVALID_OPTION_VALUE" || option === undefined) return error.message;
  if (error.message.includes("does not take")) return `${option} stands alone: it takes no value`;
  return `${option} wants a value after it, and none is there`;
}
