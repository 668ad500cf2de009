import { version } from "../../package.json";
import { didYouMean } from "../did-you-mean";
import { scrubbedError } from "../callers/scrub-numbers";
import { EXIT_USAGE, type CommandIo } from "./command";
import { COMMANDS } from "./commands";

/**
 * Runs the command that the words after `pickup` name.
 * @param argv without the runtime and the script.
 * @returns the exit code.
 */
export async function runCli(argv: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...args] = argv;
  const asked = askedFor(argv);
  if (asked === "version") {
    io.out(version);
    return 0;
  }
  if (name === undefined || name.startsWith("-") || name === "help") {
    return name === "help" && args[0] !== undefined ? runCli([args[0], "--help"], io) : overview(name, asked, io);
  }
  const found = COMMANDS.find((command) => command.name === name);
  if (found === undefined) {
    const names = COMMANDS.map((command) => command.name);
    io.err(`pickup: there is no command "${name}"${didYouMean(name, names)} (pickup --help lists them)`);
    return EXIT_USAGE;
  }
  const command = await found.load();
  if (asked === "help") {
    io.out(command.help.trim());
    return 0;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    io.err(`pickup ${name}: this should not have happened: ${scrubbedError(error, "stack")}`);
    return 1;
  }
}

/** Help and version are answered wherever they stand before a `--`. */
function askedFor(argv: readonly string[]): "help" | "version" | null {
  const end = argv.indexOf("--");
  const words = end < 0 ? argv : argv.slice(0, end);
  if (words.includes("--help") || words.includes("-h")) return "help";
  return words.includes("--version") ? "version" : null;
}

async function overview(first: string | undefined, asked: "help" | null, io: CommandIo): Promise<number> {
  if (first !== undefined && first !== "help" && asked !== "help") {
    io.err(`pickup: a command comes first, then ${first} (pickup --help lists them)`);
    return EXIT_USAGE;
  }
  const commands = await Promise.all(COMMANDS.map(({ load }) => load()));
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  io.out(`pickup ${version}: a real-time wallboard for contact centres

pickup COMMAND [options]

${lines.join("\n")}

pickup COMMAND --help says more. Every command takes --config FILE.`);
  return first === undefined ? EXIT_USAGE : 0;
}
