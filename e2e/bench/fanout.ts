/**
 * A call joins a queue → every board shows it: `npx tsx e2e/bench/fanout.ts [one|one-tenfold|spike|tenfold …] [--pace tv|laptop]
 * [--rounds N]`. The height of the recorded spike at its own pace and at ten times that, against the naive board (whole
 * state to everyone at each event) and bare Socket.IO (2 kB to everyone four times a second).
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Pace } from "../../lib/wire/protocol";
import {
  cpuSeconds,
  type Finding,
  inRounds,
  median,
  nowMs,
  type Quantiles,
  rssMb,
  showFindings,
  sleep,
} from "./measure";
import { baselineModules, needOutside, RUN, tool } from "./outside";
import { START } from "./rig/boards";
import { play } from "./rig/play";
import { openScreens, type Rise } from "./rig/screens";
import { startStub } from "./rig/stub";

needOutside(RUN, tool("ami-stub.mjs"), tool("naive-board.mjs"), tool("bench-limits.mjs"));
const MODULES = baselineModules();

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pace: { type: "string" }, rounds: { type: "string" } },
});
const paceWanted = values.pace === "tv" || values.pace === "laptop" ? values.pace : null;
const ROUNDS = Number(values.rounds ?? 1);
const MANY = 1_000;
const SETTLE_MS = 1_500;

type Scene = { readonly boards: number; readonly speed: number; readonly forS: number; readonly pace: Pace };
const SCENES: Readonly<Record<string, Scene>> = {
  one: { boards: 1, speed: 1, forS: 20, pace: "laptop" },
  "one-tenfold": { boards: 1, speed: 10, forS: 100, pace: "laptop" },
  spike: { boards: MANY, speed: 1, forS: 20, pace: paceWanted ?? "tv" },
  tenfold: { boards: MANY, speed: 10, forS: 100, pace: paceWanted ?? "tv" },
};
const wanted = positionals.length > 0 ? positionals : ["one", "spike", "tenfold"];

type Outcome = {
  readonly latencyMs: Quantiles;
  readonly cpuPercent: number;
  readonly kbPerBoardMinute: number;
  readonly messagesPerS: number;
  readonly rssMb: number;
};

async function run(kind: keyof typeof START, scene: Scene): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), "pickup-fanout-"));
  const sentFile = path.join(folder, "sent.jsonl");
  const pace = ["--speed", String(scene.speed), "--rewrite-time", "--compress-time"];
  const part = ["--skip", "640", "--for", String(scene.forS), "--log-sent", sentFile];
  const stub = await startStub(RUN, ...pace, ...part);
  const login = stub.nextLogin();
  const board = await START[kind](stub.port);
  await login;
  await sleep(SETTLE_MS);
  const screens = await openScreens(board, scene.boards, scene.pace);
  await sleep(SETTLE_MS);
  await screens.reset();
  const beganMs = nowMs();
  const clientCpuBefore = cpuSeconds(screens.pid);
  const played = await play(stub, board, null);
  const clientCpuS = cpuSeconds(screens.pid) - clientCpuBefore;
  const tookS = (nowMs() - beganMs) / 1000;
  const report = await screens.report(risesOf(sentFile, kind));
  const outcome: Outcome = {
    latencyMs: report.latencyMs,
    cpuPercent: (100 * played.cpuS) / tookS,
    kbPerBoardMinute: report.bytes / scene.boards / (tookS / 60) / 1024,
    messagesPerS: report.messages / tookS,
    rssMb: Math.max(played.peakRssMb, rssMb(board.pid)),
  };
  screens.stop();
  await board.stop();
  rmSync(folder, { recursive: true });
  const { min, p50, p99, max, n } = report.latencyMs;
  if (min < 0) throw new Error(`a board showed a join ${-min} ms before it was sent: the counts do not match`);
  console.log(
    `${String(scene.boards).padStart(5)} boards ${scene.speed}× ${kind.padEnd(6)} ${played.joins} joins, ${n} seen: ` +
      `min ${min.toFixed(1)} p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} max ${max.toFixed(1)} ms, CPU ${outcome.cpuPercent.toFixed(1)} %, ` +
      `${outcome.kbPerBoardMinute.toFixed(0)} kB a board and minute, ${outcome.messagesPerS.toFixed(0)} messages/s, ` +
      `${outcome.rssMb.toFixed(0)} MB (screens' CPU ${((100 * clientCpuS) / tookS).toFixed(0)} %)`,
  );
  return outcome;
}

type Sent = { readonly event: string; readonly queue: string; readonly uniqueid?: string; readonly atMs: number };

/**
 * What makes a queue's count of offered visits rise, in order. Besides the joins it is, for us, each end of a talk that
 * had begun before we listened: we count that visit once we hear of it, the naive board never does.
 */
function risesOf(sentFile: string, kind: keyof typeof START): readonly Rise[] {
  const lines = readFileSync(sentFile, "utf8").split("\n").filter(Boolean);
  const begun = new Set<string>();
  return lines.flatMap((line): readonly Rise[] => {
    const { event, queue, uniqueid, atMs } = JSON.parse(line) as Sent;
    const visit = `${queue} ${uniqueid ?? ""}`;
    const isFound = kind === "pickup" && event === "AgentComplete" && !begun.has(visit);
    if (event === "QueueCallerJoin" || event === "AgentConnect" || isFound) begun.add(visit);
    return event === "QueueCallerJoin" || isFound ? [{ queue, atMs, isJoin: !isFound }] : [];
  });
}

type Bare = { readonly p50: number; readonly p99: number; readonly cpuPercent: number; readonly rssMb: number };

function bareSocketIo(): Bare {
  const args = [tool("bench-limits.mjs"), "fanout", "socketio", String(MANY), "12"];
  const env = { ...process.env, MODULES };
  const said = JSON.parse(execFileSync(process.execPath, args, { env }).toString()) as {
    readonly latencyMs: Quantiles;
    readonly serverCpuPercent: number;
    readonly rssMb: number;
  };
  const { latencyMs, serverCpuPercent } = said;
  console.log(
    `${MANY} boards bare Socket.IO, 4 a second: p50 ${latencyMs.p50} p99 ${latencyMs.p99} ms, CPU ${serverCpuPercent} %, ${said.rssMb} MB`,
  );
  return { p50: latencyMs.p50, p99: latencyMs.p99, cpuPercent: serverCpuPercent, rssMb: said.rssMb };
}

const less = (what: string, unit: string, ours: number, name: string, limit: number, goal: number, stretch: number) =>
  ({ what, ours, unit, limit: { name, value: limit }, goal, stretch, better: "less" }) satisfies Finding;
const atMost = (what: string, unit: string, ours: number, goal: number, stretch: number) =>
  ({ what, ours, unit, limit: null, goal, stretch, better: "less" }) satisfies Finding;
const of = <Each>(outcomes: readonly Each[], figure: (outcome: Each) => number): number => median(outcomes.map(figure));

const p50 = ({ latencyMs }: Outcome): number => latencyMs.p50;
const p99 = ({ latencyMs }: Outcome): number => latencyMs.p99;
const cpu = ({ cpuPercent }: Outcome): number => cpuPercent;
const bytes = ({ kbPerBoardMinute }: Outcome): number => kbPerBoardMinute;
const memory = ({ rssMb: peak }: Outcome): number => peak;

const findings: Finding[] = [];
const bare = wanted.some((name) => !name.startsWith("one")) ? Array.from({ length: ROUNDS }, bareSocketIo) : [];
const bareP50 = of(bare, (each) => each.p50);
const bareP99 = of(bare, (each) => each.p99);

for (const name of wanted) {
  const scene = SCENES[name];
  if (scene === undefined) throw new Error(`there is no scene ${name}; there are ${Object.keys(SCENES).join(", ")}`);
  const both = await inRounds(ROUNDS, { pickup: () => run("pickup", scene), naive: () => run("naive", scene) });
  const { pickup, naive } = both;
  if (scene.boards === 1) {
    const which = `1 board, ${scene.speed}×`;
    findings.push(less(`${which}: p50`, "ms", of(pickup, p50), "naive", of(naive, p50), 2, 2));
    findings.push(atMost(`${which}: p99`, "ms", of(pickup, p99), 55, 2 * of(naive, p99)));
  } else if (name === "spike") {
    const bound = 1.3 * bareP99 + 50;
    findings.push(less("1,000 boards, 1×: p50", "ms", of(pickup, p50), "bare", bareP50, 1.3, 1.3));
    findings.push(atMost("1,000 boards, 1×: p99", "ms", of(pickup, p99), bound, bareP99));
    findings.push(less("bytes a board and minute, 1×", "kB", of(pickup, bytes), "naive", of(naive, bytes), 0.25, 0.1));
  } else {
    findings.push(less("1,000 boards, 10×: p99", "ms", of(pickup, p99), "naive", of(naive, p99), 1, 0.6));
    const stretch = (1.3 * of(bare, (each) => each.cpuPercent)) / of(naive, cpu);
    findings.push(less("CPU, 1,000 boards, 10×", "%", of(pickup, cpu), "naive", of(naive, cpu), 0.35, stretch));
    findings.push(less("bytes a board and minute, 10×", "kB", of(pickup, bytes), "naive", of(naive, bytes), 0.1, 0.05));
    findings.push(atMost("memory, 1,000 boards", "MB", of(pickup, memory), 180, 130));
  }
}
showFindings(findings);
