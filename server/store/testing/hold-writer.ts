/** Run as a process: takes the writer lock of the directory given, says how that went, and keeps it until killed. */
import { acquireSingleWriter } from "../single-writer";

const writer = acquireSingleWriter(process.argv[2] ?? "");
process.stdout.write(`${writer.kind === "acquired" ? "acquired" : writer.message}\n`);
if (writer.kind === "acquired") setInterval(() => undefined, 60_000);
