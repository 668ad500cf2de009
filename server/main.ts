import "./small-heap";
import { runCli } from "./cli/main-cli";
import { systemClock } from "./clock";

/** The process: its arguments, its environment, its signals. Everything else is handed in from here. */
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  input: () => process.stdin,
  env: process.env,
  cwd: process.cwd(),
  clock: systemClock,
  signal: stopping.signal,
});
