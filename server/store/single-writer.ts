import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { errorText, isBusy } from "./libsql/errors";

export type SingleWriter =
  | { readonly kind: "acquired"; readonly release: () => void }
  /** `message`: one line for people. */
  | { readonly kind: "refused"; readonly message: string };

/**
 * Makes this process the only writer of a data directory until `release` or its death, however it dies.
 * Creates the directory, mode 0700, where it is missing.
 */
export function acquireSingleWriter(directory: string): SingleWriter {
  const pidFile = join(directory, "writer.pid");
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const lock = new Database(join(directory, "writer.lock"));
    // The kernel drops SQLite's file lock with the process, so a kill -9 leaves nothing to clean up. Nothing else
    // in this process may open and close writer.lock: POSIX would drop the lock with it.
    lock.exec("PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE");
    writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 });
    let held = true;
    return {
      kind: "acquired",
      release: () => {
        if (!held) return;
        held = false;
        rmSync(pidFile, { force: true });
        lock.exec("ROLLBACK");
        lock.close();
      },
    };
  } catch (error) {
    if (!isBusy(error)) {
      return { kind: "refused", message: `The data directory ${directory} cannot be used: ${errorText(error)}` };
    }
    return {
      kind: "refused",
      message:
        `Another Pickup server${holder(pidFile)} already writes to ${directory}: ` +
        "stop it, or give this one a data directory of its own",
    };
  }
}

/** Who holds the lock, as far as it has said so yet. */
function holder(pidFile: string): string {
  try {
    return ` (process ${Number.parseInt(readFileSync(pidFile, "utf8"), 10)})`;
  } catch {
    return "";
  }
}
