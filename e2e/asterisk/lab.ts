import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../harness";

/** A small call centre on a real Asterisk: its scripts `up`, `traffic`, `truth.py`, `down` stand in `folder`. */
export type Lab = {
  readonly folder: string;
  readonly secret: () => string;
  readonly queueLog: string;
  /** Wrap-up time by queue, in seconds, as queues.conf has it. */
  readonly wrapUpSeconds: () => Readonly<Record<string, number>>;
};

/** How long, by which dice, and how many times the usual number of calls. */
export type Traffic = { readonly minutes: number; readonly seed: number; readonly load: number };

/** The instance of the lab whose AMI listens on 127.0.0.1:5038, inside its chroot. */
const PROFILE = "a";
const CHROOT = "/tmp/lab/sid";
const INSTANCE = `${CHROOT}/tmp/lab/${PROFILE}`;
export const AMI = { host: "127.0.0.1", port: 5038 };

/** @returns null where this machine has no lab, which is most of them */
export function findLab(): Lab | null {
  const folder = path.resolve(process.env["PICKUP_LAB"] ?? path.join(ROOT, "../shared/lab/asterisk"));
  if (!existsSync(path.join(folder, "up")) || process.getuid?.() !== 0) return null;
  return {
    folder,
    secret: () => readFileSync(`${INSTANCE}/secret`, "utf8").trim(),
    queueLog: `${INSTANCE}/log/queue_log`,
    wrapUpSeconds: () => wrapUpTimes(readFileSync(`${INSTANCE}/etc/queues.conf`, "utf8")),
  };
}

/** `[queue]` sections with their `wrapuptime`. */
export function wrapUpTimes(queuesConf: string): Record<string, number> {
  const sections = queuesConf.split(/^\[/m).slice(1);
  return Object.fromEntries(
    sections.flatMap((section) => {
      const name = section.slice(0, section.indexOf("]"));
      const seconds = /^wrapuptime\s*=\s*(\d+)/m.exec(section)?.[1];
      return seconds === undefined ? [] : [[name, Number(seconds)] as const];
    }),
  );
}

/** Adds to a file of the running instance's own configuration. */
export function addToConfig(file: string, lines: readonly string[]): void {
  appendFileSync(`${INSTANCE}/etc/${file}`, `\n${lines.join("\n")}\n`);
}

/** What Asterisk answers on its console. */
export function askConsole(command: string): string {
  const config = `/tmp/lab/${PROFILE}/etc/asterisk.conf`;
  const { status, stdout } = spawnSync("chroot", [CHROOT, "/usr/sbin/asterisk", "-C", config, "-rx", command], {
    stdio: ["ignore", "pipe", 2],
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`Asterisk did not take: ${command}`);
  return stdout;
}

/** Adds the manager user that the README asks for, with those rights and no more. */
export function addManagerUser(lab: Lab, username: string): void {
  const rights = ["read = system,call,agent,dialplan", "write = reporting"];
  addToConfig("manager.conf", [
    `[${username}]`,
    `secret = ${lab.secret()}`,
    "permit = 127.0.0.1/255.255.255.255",
    ...rights,
  ]);
  askConsole("manager reload");
}

/** Runs one of the lab's scripts to its end; what it says goes to stderr. */
export function runScript(lab: Lab, script: "up" | "down"): boolean {
  return spawnSync(path.join(lab.folder, script), [PROFILE], { stdio: ["ignore", 2, 2] }).status === 0;
}

/** Calls and agents' doings for so many minutes; resolves with the exit code when everybody has hung up. */
export function runTraffic(lab: Lab, out: string, traffic: Traffic): Promise<number> {
  const options = Object.entries(traffic).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const args = ["--profile", PROFILE, "--out", out, ...options];
  const child = spawn(path.join(lab.folder, "traffic"), args, { stdio: ["ignore", 2, 2] });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

/** What the queue_log in `out` says by itself. */
export function readTruth(lab: Lab, out: string): unknown {
  const child = spawnSync("python3", [path.join(lab.folder, "truth.py"), out], { stdio: ["ignore", 2, 2] });
  if (child.status !== 0) throw new Error(`truth.py ended with ${child.status}`);
  return JSON.parse(readFileSync(path.join(out, "truth.json"), "utf8"));
}
