/**
 * Events from the socket into the state, the log on the disk included: `npx tsx e2e/bench/ingest.ts`. Against the naive
 * board (whole state in memory, no log) in alternating rounds: as fast as it takes them over eight laps of a day, and
 * at fifty times the recorded pace.
 */
import { rmSync } from "node:fs";
import { inRounds, median, nowMs, rssMb, showFindings, sleep } from "./measure";
import { baselineModules, needOutside, RUN, tool } from "./outside";
import { START } from "./rig/boards";
import { play, type Played, type Sample } from "./rig/play";
import { recordingFromNow } from "./rig/recording";
import { startStub } from "./rig/stub";

needOutside(RUN, tool("ami-stub.mjs"), tool("naive-board.mjs"));
baselineModules();

const LAPS = 8;
const ROUNDS = 2;
const SETTLE_MS = 1_500;

type Outcome = Played & { readonly idleRssMb: number; readonly offered: number; readonly lapRates: readonly number[] };

async function run(
  kind: keyof typeof START,
  capture: string,
  options: readonly string[],
  samples: Sample[] | null,
): Promise<Outcome> {
  const stub = await startStub(capture, ...options);
  const login = stub.nextLogin();
  const board = await START[kind](stub.port);
  await login;
  await sleep(SETTLE_MS);
  const idleRssMb = rssMb(board.pid);
  const before = sum((await board.offered()).values());
  const played = await play(stub, board, samples);
  const offered = sum((await board.offered()).values()) - before;
  await board.stop();
  return { ...played, idleRssMb, offered, lapRates: lapRates(samples ?? [], played) };
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** Messages a second in each lap: every lap brings about as many facts as any other. */
function lapRates(samples: readonly Sample[], { messages, startedMs }: Played): number[] {
  const [first, last] = [samples[0]?.facts ?? 0, samples.at(-1)?.facts ?? 0];
  const reachedMs = (share: number): number => {
    const wanted = first + share * (last - first);
    const at = samples.findIndex(({ facts }) => facts >= wanted);
    const [before, after] = [samples[at - 1], samples[at]];
    if (before === undefined || after === undefined) return startedMs;
    const within = (wanted - before.facts) / (after.facts - before.facts);
    return before.atMs + within * (after.atMs - before.atMs);
  };
  return Array.from({ length: LAPS }, (_, lap) => {
    const tookS = (reachedMs((lap + 1) / LAPS) - reachedMs(lap / LAPS)) / 1000;
    return messages / LAPS / tookS;
  });
}

async function storm(kind: keyof typeof START): Promise<Outcome> {
  const capture = recordingFromNow(nowMs());
  const outcome = await run(kind, capture, ["--speed", "0", "--loop", String(LAPS)], []);
  rmSync(capture, { recursive: true });
  const rate = Math.round(outcome.messages / ((outcome.caughtUpMs - outcome.startedMs) / 1000));
  const laps = outcome.lapRates.map((each) => Math.round(each)).join(" ");
  console.log(
    `storm  ${kind.padEnd(6)} ${outcome.messages} messages, ${rate}/s, CPU ${outcome.cpuS.toFixed(2)} s, ` +
      `memory ${outcome.idleRssMb.toFixed(0)} → ${outcome.peakRssMb.toFixed(0)} MB, ` +
      `offered ${outcome.offered} of ${outcome.joins}${kind === "pickup" ? `, by lap ${laps}` : ""}`,
  );
  return outcome;
}

async function fast(kind: keyof typeof START): Promise<Outcome> {
  const outcome = await run(kind, RUN, ["--speed", "50", "--rewrite-time", "--compress-time"], null);
  console.log(
    `50×    ${kind.padEnd(6)} CPU ${outcome.cpuS.toFixed(2)} s, offered ${outcome.offered} of ${outcome.joins}`,
  );
  return outcome;
}

const storms = await inRounds(ROUNDS, { pickup: () => storm("pickup"), naive: () => storm("naive") });
const fasts = await inRounds(ROUNDS, { pickup: () => fast("pickup"), naive: () => fast("naive") });

const rateOf = ({ messages, startedMs, caughtUpMs }: Outcome): number => messages / ((caughtUpMs - startedMs) / 1000);
const per10k = ({ messages, cpuS }: Outcome): number => (cpuS / messages) * 10_000;
const of = (outcomes: readonly Outcome[], figure: (outcome: Outcome) => number): number => median(outcomes.map(figure));
const fall = ({ lapRates: rates }: Outcome): number => 1 - (rates.at(-1) ?? 0) / (rates[0] ?? 0);
const naive = (value: number) => ({ name: "naive", value });

showFindings([
  {
    what: "sustained, socket → state, log on disk",
    ours: of(storms.pickup, rateOf),
    unit: "messages/s",
    limit: naive(of(storms.naive, rateOf)),
    goal: 3,
    stretch: 5,
    better: "more",
  },
  {
    what: "fall of the rate, lap 1 to lap 8",
    ours: of(storms.pickup, fall),
    unit: "of 1",
    limit: null,
    goal: 0.05,
    stretch: 0,
    better: "less",
  },
  {
    what: "CPU per 10,000 messages at 50×",
    ours: of(fasts.pickup, per10k),
    unit: "s",
    limit: naive(of(fasts.naive, per10k)),
    goal: 0.7,
    stretch: 0.4,
    better: "less",
  },
  {
    what: "memory idle, no boards",
    ours: of(storms.pickup, ({ idleRssMb }) => idleRssMb),
    unit: "MB",
    limit: null,
    goal: 90,
    stretch: 75,
    better: "less",
  },
]);
console.log(`memory idle against naive: ${of(storms.naive, ({ idleRssMb }) => idleRssMb).toFixed(0)} MB`);
