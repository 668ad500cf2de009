/**
 * The connection to Asterisk is cut while calls come and go → the board is live, right and shows the gap:
 * `npx tsx e2e/bench/reconnect.ts`. The naive board, in turn, only logs in again: what it missed is lost to it.
 */
import { rmSync } from "node:fs";
import type { AgentCounts, BoardSnapshot } from "../../lib/metrics/snapshot-types";
import { median, nowMs, quantiles, showFindings, sleep } from "./measure";
import { baselineModules, needOutside, RUN, tool } from "./outside";
import { askAsterisk, type Standing } from "./rig/asker";
import { START, startOurs, type OurBoard } from "./rig/boards";
import { recordingFromNow } from "./rig/recording";
import { startStub, type Stub } from "./rig/stub";

needOutside(RUN, tool("ami-stub.mjs"), tool("naive-board.mjs"));
baselineModules();

const CUTS = 5;
const LOOK_EVERY_MS = 25;
const GIVE_UP_MS = 20_000;
/** A connection that was of use for a while is made anew without delay. */
const BETWEEN_MS = 5_500;

const STATES: Readonly<Record<keyof AgentCounts, string>> = {
  available: "available",
  ringing: "ringing",
  onContact: "on-contact",
  wrapUp: "wrap-up",
  paused: "paused",
  loggedOut: "logged-out",
  notReported: "not-reported",
};

/** What the board says otherwise than Asterisk itself, in words. */
function wrongIn(snapshot: BoardSnapshot, truth: Standing): readonly string[] {
  return snapshot.queues.flatMap(({ queueId, waiting, agents }) => {
    const trulyWaiting = truth.waiting.get(queueId) ?? 0;
    const wrong = waiting === trulyWaiting ? [] : [`${queueId}: ${waiting} wait, truly ${trulyWaiting}`];
    for (const [shown, state] of Object.entries(STATES) as [keyof AgentCounts, string][]) {
      const truly = truth.agents.get(`${queueId} ${state}`) ?? 0;
      if (agents[shown] !== truly) wrong.push(`${queueId}: ${agents[shown]} ${state}, truly ${truly}`);
    }
    return wrong;
  });
}

const feedOf = ({ sources }: BoardSnapshot): string => sources[0]?.state ?? "none";

/** Gaps of a source within a minute are one: the newest reaches to this cut, or it is not shown. */
const showsGap = ({ gaps }: BoardSnapshot, cutMs: number): boolean => gaps.some(({ toMs }) => toMs >= cutMs);

type Back = { readonly liveMs: number; readonly exactMs: number };

async function cutOurs(stub: Stub, board: OurBoard): Promise<Back> {
  const cutMs = nowMs();
  stub.tell("cut");
  let wasLost = false;
  let liveMs: number | null = null;
  let last: readonly string[] = [];
  while (nowMs() - cutMs < GIVE_UP_MS) {
    await sleep(LOOK_EVERY_MS);
    const snapshot = await board.snapshot();
    const lookedMs = nowMs();
    wasLost ||= feedOf(snapshot) !== "live" || showsGap(snapshot, cutMs);
    if (!wasLost || feedOf(snapshot) !== "live") continue;
    liveMs ??= lookedMs - cutMs;
    last = wrongIn(snapshot, await askAsterisk(stub.port));
    if (!showsGap(snapshot, cutMs)) last = ["the gap is not shown", ...last];
    if (last.length === 0) return { liveMs, exactMs: lookedMs - cutMs };
  }
  throw new Error(`not live and exact within ${GIVE_UP_MS} ms: ${last.join("; ")}`);
}

async function cutNaive(stub: Stub): Promise<number> {
  const login = stub.nextLogin();
  const cutMs = nowMs();
  stub.tell("cut");
  await login;
  return nowMs() - cutMs;
}

// The height of the spike is about now: waits and instants agree as they do in an Asterisk.
const SPIKE_AT_S = 640;
const recording = recordingFromNow(nowMs() - (SPIKE_AT_S - 3) * 1000);
const play = ["--speed", "1", "--skip", String(SPIKE_AT_S)];
const ourStub = await startStub(recording, ...play);
const naiveStub = await startStub(recording, ...play);
const naiveLogin = naiveStub.nextLogin();
const ours = await startOurs(ourStub.port);
const naive = await START.naive(naiveStub.port);
await naiveLogin;
ourStub.tell("start");
naiveStub.tell("start");

const backs: Back[] = [];
const naiveBacks: number[] = [];
for (let cut = 1; cut <= CUTS; cut += 1) {
  await sleep(BETWEEN_MS);
  const back = await cutOurs(ourStub, ours);
  backs.push(back);
  naiveBacks.push(await cutNaive(naiveStub));
  console.log(
    `cut ${cut}: live after ${back.liveMs.toFixed(0)} ms, exact with its gap after ` +
      `${back.exactMs.toFixed(0)} ms; naive logged in after ${naiveBacks.at(-1)?.toFixed(0)} ms`,
  );
}
ourStub.tell("pause");
await sleep(2_000);
const stillWrong = wrongIn(await ours.snapshot(), await askAsterisk(ourStub.port));
console.log(`2 s after the play stands still: ${stillWrong.length === 0 ? "all right" : stillWrong.join("; ")}`);
await Promise.all([ours.stop(), naive.stop()]);
await Promise.all([ourStub.quit(), naiveStub.quit()]);
rmSync(recording, { recursive: true });

const exactMs = backs.map((back) => back.exactMs);
const limit = { goal: 5_000, stretch: 2_000, better: "less", unit: "ms" } as const;
showFindings([
  { what: "AMI cut → live, exact, gap shown, median", ours: median(exactMs), limit: null, ...limit },
  { what: "AMI cut → live, exact, gap shown, worst", ours: quantiles(exactMs).max, limit: null, ...limit },
  {
    what: "figures wrong afterwards",
    ours: stillWrong.length,
    unit: "",
    limit: null,
    goal: 0,
    stretch: 0,
    better: "less",
  },
]);
console.log(`naive, logged in again: median ${median(naiveBacks).toFixed(0)} ms`);
