import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import type { Access, Doer } from "../../access/access";
import { openAccess } from "../../access/open-access";
import { readSettings, type Settings } from "../../settings";
import type { CommandIo } from "../command";

export type AccessCommand = {
  /** `user add`, for what is said when it does not work. */
  readonly command: string;
  /** What `--config` names. */
  readonly configPath: string | undefined;
  /** Makes the database where there is none yet. */
  readonly makes: boolean;
};

/** What a command works with; `fail` says why it does not work and gives the exit code. */
export type AccessWork = {
  readonly access: Access;
  readonly settings: Settings;
  readonly doer: Doer;
  readonly fail: (problem: string) => number;
};

/** Opens the accounts of the configured data directory, beside a server that may be running. @returns the exit code */
export async function withAccess(
  { command, configPath, makes }: AccessCommand,
  io: CommandIo,
  work: (opened: AccessWork) => Promise<number>,
): Promise<number> {
  const fail = (problem: string): number => {
    io.err(`pickup ${command}: ${problem}`);
    return 1;
  };
  const answer = await readSettings({ cwd: io.cwd, env: io.env, configPath: configPath ?? null, demo: false });
  // Accounts need no secrets of sources, which may well be only in the server's environment.
  const settings = answer.ok ? answer.settings : answer.rest;
  if (settings === null) {
    if (!answer.ok) for (const problem of answer.problems) io.err(problem);
    return 1;
  }
  const path = join(settings.dataDir, "access.db");
  if (!makes && !existsSync(path)) return fail(`nobody has been let in yet: there is no ${path}`);
  const opened = openAccess({ path, clock: io.clock, log: io.err });
  if (opened.kind === "refused") return fail(opened.message);
  try {
    return await work({ access: opened.access, settings, doer: commandLine(), fail });
  } finally {
    opened.access.close();
  }
}

/** Whoever may use this machine's command line; for the audit trail. */
export const commandLine = (): Doer => ({ actor: { kind: "command-line", name: userName() }, address: null });

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run as a number that has no name.
    return "unknown";
  }
}
