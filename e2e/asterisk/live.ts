import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { BoardSnapshot } from "../../lib/metrics/snapshot-types";
import type { MissedList, MissedPage, MissedRow } from "../../lib/recovery/missed-api";
import { makeSite, removeSite, ROOT, startPickup, until, type Pickup } from "../harness";
import { inPiecesOf, replay } from "../../server/sources/asterisk/testing/replay";
import { callBack, giveUp, openWayOut, pauseAll } from "./call-back";
import { compareWithTruth, markdownTable } from "./compare";
import { addManagerUser, AMI, findLab, readTruth, runScript, runTraffic, type Lab, type Traffic } from "./lab";
import { openWire, type Wire } from "./proxy";
import type { Truth } from "./truth";

// A real Asterisk, real calls, the built server; the connection is cut once in the middle.
// npm run test:asterisk -- --minutes 10 --load 2

const CUT_FOR_MS = 15_000;
const USERNAME = "pickup";

function configText(lab: Lab, wirePort: number): string {
  // The business day turns when nobody is looking: half a day from now.
  const turnsAtHour = String((new Date().getUTCHours() + 12) % 24).padStart(2, "0");
  const queues = Object.entries(lab.wrapUpSeconds());
  return [
    `site: { name: Lab, timeZone: UTC, dayStartsAt: "${turnsAtHour}:00" }`,
    "sources:",
    `  - { id: pbx, kind: asterisk-ami, host: 127.0.0.1, port: ${wirePort}, username: ${USERNAME},`,
    `      secret: "\${AMI_SECRET}", queueLog: ${lab.queueLog} }`,
    "queues:",
    ...queues.map(([id, seconds]) => `  - { id: ${id}, name: ${id}, wrapUpSeconds: ${seconds} }`),
    "",
  ].join("\n");
}

const isLive = (snapshot: BoardSnapshot): boolean => snapshot.sources.every((source) => source.state === "live");

async function awaitLive(pickup: Pickup): Promise<BoardSnapshot> {
  return until("the source is live", async () => {
    const snapshot = await pickup.snapshot();
    return isLive(snapshot) ? snapshot : null;
  });
}

/** @returns how long after the wire was mended the source was live again */
async function cutOnce(wire: Wire, pickup: Pickup, afterMs: number): Promise<number> {
  await delay(afterMs);
  wire.cut();
  await delay(CUT_FOR_MS);
  const mendedAt = performance.now();
  await wire.mend();
  await awaitLive(pickup);
  return Math.round(performance.now() - mendedAt);
}

/** A caller who cannot join leaves no line in the log, only this variable on his channel. */
function refusalsHeard(heard: string): number {
  return heard.match(/Variable: QUEUESTATUS\r\nValue: (?:FULL|JOINEMPTY)\r\n/g)?.length ?? 0;
}

function verdicts(snapshot: BoardSnapshot, truth: Truth, wire: Wire): readonly (readonly [string, boolean])[] {
  const lines = compareWithTruth(snapshot, truth);
  const wrong = lines.filter((line) => !line.right);
  const refusals = refusalsHeard(wire.heard());
  const longGaps = snapshot.gaps.filter((gap) => gap.toMs - gap.fromMs >= CUT_FOR_MS - 1000);
  const { agents, waiting } = snapshot.total;
  console.log(`\n${markdownTable(lines)}\n`);
  return [
    [`${lines.length - wrong.length} of ${lines.length} figures agree with the queue_log`, wrong.length === 0],
    [`refused ${snapshot.total.today.refused}, heard of ${refusals}`, snapshot.total.today.refused === refusals],
    [
      `gaps shown: ${snapshot.gaps.length}, filled from the log`,
      longGaps.length === 1 && snapshot.gaps.every((gap) => gap.filled),
    ],
    [`at the end ${waiting} wait, ${agents.onContact} talk`, waiting === 0 && agents.onContact === 0],
  ];
}

/** A missed call is called back: after the traffic, whose figures stand by then. */
/** RE3: a call is missed, the agent's telephone calls that number, and the recovery closes itself. */
async function callMissedBack(lab: Lab, pickup: Pickup, wire: Wire): Promise<readonly (readonly [string, boolean])[]> {
  const [agent, number] = ["1001", "5511955550001"];
  const close = openWayOut();
  try {
    pauseAll("sales");
    const before = new Set((await missedIn(pickup, "open")).map(({ id }) => id));
    giveUp(lab, "7002", number, 9);
    const missed = await until("the caller is missed", async () => {
      const rows = await missedIn(pickup, "open");
      return rows.find(({ id, queueId }) => !before.has(id) && queueId === "sales") ?? null;
    });
    const speak = await callBack(agent, number);
    const fromMs = performance.now();
    const ended = await until("the recovery has closed itself", async () => {
      const rows = await missedIn(pickup, "ended");
      return rows.find(({ id }) => id === missed.id) ?? null;
    });
    console.log(
      `      missed, called back by ${ended.end?.by ?? "nobody"}: closed ${Math.round(performance.now() - fromMs)} ms after they spoke`,
    );
    const { events } = replay([Buffer.from(wire.heard(), "utf8")], null, inPiecesOf(65_536));
    const reached = events.filter(({ event }) => event.type === "outbound.answered");
    return [
      [`a missed call is called back by ${agent}, and told as answered once`, speak && reached.length === 1],
      ["its recovery closes itself as reached, in time", ended.end?.kind === "reached" && ended.end.inTime === true],
    ];
  } finally {
    close();
  }
}

async function missedIn(pickup: Pickup, list: MissedList): Promise<readonly MissedRow[]> {
  const response = await pickup.get(`/api/v1/missed?list=${list}&limit=500`);
  return ((await response.json()) as MissedPage).rows;
}

async function runCalls(lab: Lab, out: string, traffic: Traffic): Promise<boolean> {
  const wire = await openWire(AMI);
  const site = await makeSite(configText(lab, wire.port));
  const pickup = await startPickup(site, { AMI_SECRET: lab.secret() });
  try {
    await awaitLive(pickup);
    const middleMs = (traffic.minutes * 60_000) / 2;
    const [code, liveAgainMs] = await Promise.all([runTraffic(lab, out, traffic), cutOnce(wire, pickup, middleMs)]);
    if (code !== 0) throw new Error(`The lab's traffic ended with ${code}`);
    await delay(3_000);
    const truth = readTruth(lab, out) as Truth;
    const results = [...verdicts(await pickup.snapshot(), truth, wire), ...(await callMissedBack(lab, pickup, wire))];
    for (const [what, right] of results) console.log(`${right ? "ok   " : "WRONG"} ${what}`);
    console.log(`      cut for ${CUT_FOR_MS / 1000} s, live again ${liveAgainMs} ms after it was mended`);
    return results.every(([, right]) => right);
  } finally {
    await pickup.stop();
    wire.close();
    removeSite(site);
  }
}

async function main(): Promise<number> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { minutes: text, seed: text, load: text } });
  const { minutes = "10", seed = "1", load = "1" } = values;
  const lab = findLab();
  if (!lab) {
    console.log(
      "No Asterisk lab on this machine (PICKUP_LAB names its folder, and it needs root): nothing was tested.",
    );
    return 0;
  }
  const out = path.join(ROOT, "e2e/results/asterisk");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  runScript(lab, "down");
  if (!runScript(lab, "up")) throw new Error("The lab's Asterisk did not come up");
  try {
    addManagerUser(lab, USERNAME);
    const traffic = { minutes: Number(minutes), seed: Number(seed), load: Number(load) };
    return (await runCalls(lab, out, traffic)) ? 0 : 1;
  } finally {
    runScript(lab, "down");
  }
}

process.exitCode = await main();
