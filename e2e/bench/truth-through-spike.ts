/**
 * Who waits and what agents do, all through the recorded spike and the cut in it:
 * `npx tsx e2e/bench/truth-through-spike.ts`. Every fifth of a second our fold is held against an independent model of
 * the same messages, in what has truly stood for 300 ms.
 */
import { createCalendar } from "../../lib/calendar";
import type { AgentState, SourceEvent } from "../../lib/events";
import { advanceTo } from "../../lib/metrics/advance";
import { stateIn } from "../../lib/metrics/agents";
import { applyEvent } from "../../lib/metrics/fold";
import { createFold, type Fold } from "../../lib/metrics/fold-state";
import { buildSnapshot } from "../../lib/metrics/snapshot";
import { sourceId } from "../../lib/vocabulary";
import { entrustEvents } from "../../server/callers/entrust-events";
import { createMemoryVault } from "../../server/callers/memory-vault";
import { createAmiSession } from "../../server/sources/asterisk/session";
import { showFindings } from "./measure";
import { needOutside, RUN, tool } from "./outside";
import { benchSite } from "./rig/bench-site";
import { readRecording } from "./rig/recording";
import { Standing } from "./rig/standing";
import { openModel, statesOf, waitingOf } from "./rig/truth";
import { NOTHING_KNOWN } from "../../server/sources/source";
import { quietPorts } from "./rig/quiet-ports";

needOutside(RUN, tool("ami-model.mjs"), tool("ami-capture.mjs"));

const STOOD_MS = 300;
const TICK_MS = 200;
const COMPARE_AFTER_TICK_MS = 100;

const { model, parts } = await openModel();
const site = benchSite();
const fold = createFold(site, createCalendar(site.timeZone, site.dayStartsAtMinute));
const PBX = sourceId("pbx");
let seq = 0;
const vault = createMemoryVault();

const session = createAmiSession(
  { wrapUpMsOf: () => null, resume: NOTHING_KNOWN },
  quietPorts((batch: readonly SourceEvent[]) => {
    for (const event of entrustEvents(vault, batch, 0)) applyEvent(fold, { ...event, seq: (seq += 1), sourceId: PBX });
  }),
);

/** Agent in queue → state, as the board counts it. */
function ourStates({ sources }: Fold): ReadonlyMap<string, AgentState> {
  const states = new Map<string, AgentState>();
  for (const { agents } of sources.values())
    for (const agent of agents.values())
      for (const [queueId, { joined }] of agent.memberships)
        if (joined) states.set(`${agent.agentId} in ${queueId}`, stateIn(agent, queueId).state);
  return states;
}

function ourWaiting({ queues }: Fold): ReadonlyMap<string, number> {
  const visits = [...queues.values()].flatMap(({ waiting }) => [...waiting]);
  return new Map(
    visits.map(({ contact, queueId, arrivedAtMs }) => [`${contact.contactId} in ${queueId}`, arrivedAtMs ?? 0]),
  );
}

const tally = { instants: 0, agents: 0, agentsWrong: 0, callers: 0, missing: 0, ghosts: 0, oldestWrong: 0, rows: 0 };
const differences = new Map<string, number>();
const differs = (what: string): void => void differences.set(what, (differences.get(what) ?? 0) + 1);

const standingStates = new Standing<AgentState>();
const standingWaiting = new Standing<true>();

function see(atMs: number): void {
  standingStates.see(statesOf(model), atMs);
  standingWaiting.see(new Map([...waitingOf(model).keys()].map((key) => [key, true])), atMs);
}

function compare(atMs: number): void {
  tally.instants += 1;
  const states = ourStates(fold);
  for (const [key, state] of standingStates.since(atMs - STOOD_MS)) {
    const shown = states.get(key) ?? null;
    if (state === null && shown === null) continue;
    tally.agents += 1;
    if (shown === state) continue;
    tally.agentsWrong += 1;
    differs(`${key}: ${shown ?? "not there"}, truly ${state ?? "not there"}`);
  }
  const waiting = ourWaiting(fold);
  for (const [key, isThere] of standingWaiting.since(atMs - STOOD_MS)) {
    if (isThere !== null) tally.callers += 1;
    if (isThere !== null && !waiting.has(key)) {
      tally.missing += 1;
      differs(`${key} waits and is not shown`);
    } else if (isThere === null && waiting.has(key)) {
      tally.ghosts += 1;
      differs(`${key} is shown and gone`);
    }
  }
  const known = new Map(standingWaiting.since(Infinity));
  for (const key of waiting.keys()) {
    if (known.has(key)) continue;
    tally.ghosts += 1;
    differs(`${key} is shown and never was`);
  }
  compareRows(waiting, atMs);
}

/** The rows a screen would show: counts and the oldest caller, where the whole queue has stood. */
function compareRows(waiting: ReadonlyMap<string, number>, atMs: number): void {
  const stood = new Map(standingWaiting.since(atMs - STOOD_MS));
  const [board] = site.boards;
  if (board === undefined) return;
  const source = { id: PBX, kind: "asterisk-ami", state: "live", lastProofAtMs: atMs } as const;
  const revision = { epoch: "bench", number: fold.version };
  for (const row of buildSnapshot(fold, { board, revision, sources: [source] }, null).queues) {
    const mine = [...waitingOf(model)].filter(([key]) => key.endsWith(` in ${row.queueId}`));
    const others = [...waiting.keys(), ...mine.map(([key]) => key)].filter((key) => key.endsWith(` in ${row.queueId}`));
    if (!others.every((key) => stood.has(key))) continue;
    tally.rows += 1;
    const oldest = mine.length === 0 ? null : Math.min(...mine.map(([, joinedMs]) => joinedMs));
    const apartMs = Math.abs((row.oldestOfferedAtMs ?? 0) - (oldest ?? 0));
    if (row.waiting === mine.length && apartMs <= 1_000) continue;
    tally.oldestWrong += 1;
    differs(`${row.queueId}: ${row.waiting} wait, oldest off by ${Math.round(apartMs / 1000)} s, truly ${mine.length}`);
  }
}

let tickedMs = 0;
let comparedMs = 0;

/** Time passes as in the server, and is looked at between its ticks. */
function passTo(atMs: number): void {
  while (tickedMs + TICK_MS <= atMs || comparedMs + TICK_MS <= atMs) {
    if (tickedMs <= comparedMs) {
      tickedMs += TICK_MS;
      session.advanceTo(tickedMs);
      advanceTo(fold, tickedMs);
    } else {
      comparedMs += TICK_MS;
      compare(comparedMs);
    }
  }
}

const recording = readRecording();
for (const [index, part] of parts.entries()) {
  const stream = recording[index];
  if (stream === undefined) break;
  session.connectionMade(stream.connectedMs);
  model.seed(part.snapshot, part.connectedMs);
  let next = 0;
  tickedMs = 0;
  for (const { received_ms, byte_offset, length } of stream.arrivals) {
    const bytes = stream.bytes.subarray(byte_offset, byte_offset + length);
    const message = part.live[next];
    const isLive = message !== undefined && message.text === bytes.toString("utf8").replace(/^(\r\n)+/, "");
    // Until the lists are in there is nothing to compare.
    if (isLive && tickedMs === 0) {
      tickedMs = received_ms;
      comparedMs = received_ms + COMPARE_AFTER_TICK_MS;
      see(received_ms);
    }
    if (tickedMs > 0) passTo(received_ms);
    session.bytes(bytes, received_ms);
    if (!isLive) continue;
    next += 1;
    model.apply(message);
    see(received_ms);
  }
  console.log(`connection ${stream.n}: ${next} of ${part.live.length} live messages given to both`);
  session.connectionLost(stream.closedMs, "end of the recording");
  advanceTo(fold, stream.closedMs);
}

const { instants, agents, agentsWrong, callers, missing, ghosts, rows, oldestWrong } = tally;
console.log(
  `${instants} instants: ${agents} agents' states, ${agentsWrong} wrong; ${callers} waiting callers, ${missing} missing, ` +
    `${ghosts} ghosts; ${rows} rows of queues, ${oldestWrong} wrong`,
);
const named = [...differences].sort(([, a], [, b]) => b - a);
for (const [what, times] of named.slice(0, 40)) console.log(`  ${String(times).padStart(5)} × ${what}`);
const none = (what: string, ours: number) =>
  ({ what, ours, unit: "", limit: null, goal: 0, stretch: 0, better: "less" }) as const;
showFindings([
  none("agents' states wrong", agentsWrong),
  none("waiting callers missing", missing),
  none("ghosts", ghosts),
  none("rows of queues wrong", oldestWrong),
]);
