import "./small-heap";
import { scrubbedError } from "./callers/scrub-numbers";
import { runCli } from "./cli/main-cli";
import { systemClock } from "./clock";

/** The process: its arguments, its environment, its signals. Everything else is handed in from here. */
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());

// Node itself would print what was thrown as it is, whoever's number stands in it.
process.on("uncaughtException", (error: unknown) => {
  process.stderr.write(`pickup: this should not have happened: ${scrubbedError(error, "stack")}\n`);
  process.exit(1);
});

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  input: () => process.stdin,
  env: process.env,
  cwd: process.cwd(),
  clock: systemClock,
  signal: stopping.signal,
});
