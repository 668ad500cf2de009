/**
 * AMI bytes → folded state on one core: `npx tsx e2e/bench/parse.ts`. The limit in the same run finds the messages,
 * looks at their names and reads the headers of the wanted ones: what nobody who reads headers can beat by much.
 */
import { createCalendar } from "../../lib/calendar";
import type { SiteConfig } from "../../lib/config";
import type { SourceEvent } from "../../lib/events";
import { advanceTo } from "../../lib/metrics/advance";
import { applyEvent } from "../../lib/metrics/fold";
import { createFold, type Fold } from "../../lib/metrics/fold-state";
import { sourceId } from "../../lib/vocabulary";
import { entrustEvents } from "../../server/callers/entrust-events";
import { createMemoryVault } from "../../server/callers/memory-vault";
import { createAmiSession } from "../../server/sources/asterisk/session";
import { benchSite } from "./rig/bench-site";
import { inRounds, median, showFindings } from "./measure";
import { needOutside, RUN } from "./outside";
import { readRecording, type Recorded } from "./rig/recording";
import { NOTHING_KNOWN } from "../../server/sources/source";
import { quietPorts } from "./rig/quiet-ports";

needOutside(RUN);

const PIECE_BYTES = 65_536;
const LAPS_A_ROUND = 5;
const ROUNDS = 9;
const WARM_UP = 2;

const recording = readRecording();
const all = Buffer.concat(recording.map(({ bytes }) => bytes));
const END = Buffer.from("\r\n\r\n");
const WANTED = new Set(
  `QueueCallerJoin QueueCallerLeave QueueCallerAbandon AgentConnect AgentComplete AgentCalled AgentRingNoAnswer
   QueueMemberStatus QueueMemberPause QueueMemberAdded QueueMemberRemoved QueueMemberPenalty QueueParams QueueMember
   QueueEntry FullyBooted Hangup AttendedTransfer BlindTransfer`.split(/\s+/),
);

function split(bytes: Buffer, each: (data: Buffer, from: number, end: number) => void): number {
  let rest: Buffer = Buffer.alloc(0);
  let messages = 0;
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const piece = bytes.subarray(at, at + PIECE_BYTES);
    const data = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    let from = 0;
    for (let end = data.indexOf(END, from); end >= 0; end = data.indexOf(END, from)) {
      messages += 1;
      each(data, from, end);
      from = end + END.length;
    }
    rest = data.subarray(from);
  }
  return messages;
}

const NAME_AT = "Event: ".length;
const [CR, E] = [13, 69];

function isWanted(data: Buffer, from: number, end: number): boolean {
  if (data[from] !== E) return true;
  const stop = data.indexOf(CR, from + NAME_AT);
  return WANTED.has(data.toString("latin1", from + NAME_AT, stop < 0 ? end : stop));
}

function readHeaders(data: Buffer, from: number, end: number): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const line of data.toString("utf8", from, end).split("\r\n")) {
    const colon = line.indexOf(": ");
    if (colon > 0) headers[line.slice(0, colon)] = line.slice(colon + 2);
  }
  return headers;
}

let read = 0;
const limit = (): void => {
  split(all, (data, from, end) => {
    if (isWanted(data, from, end)) read += readHeaders(data, from, end)["Event"]?.length ?? 0;
  });
};

const site: SiteConfig = benchSite();
const calendar = createCalendar(site.timeZone, site.dayStartsAtMinute);
const PBX = sourceId("pbx");
const ignore = (): void => undefined;
const vault = createMemoryVault();

function ours(): Fold {
  const fold = createFold(site, calendar);
  let seq = 0;
  const take = (batch: readonly SourceEvent[]): void => {
    for (const event of entrustEvents(vault, batch, 0)) applyEvent(fold, { ...event, seq: (seq += 1), sourceId: PBX });
    advanceTo(fold, batch.at(-1)?.atMs ?? 0);
  };
  const session = createAmiSession({ wrapUpMsOf: () => null, resume: NOTHING_KNOWN }, quietPorts(take));
  for (const stream of recording) feed(session, stream);
  return fold;
}

/** In the pieces of a busy socket, each heard when it may have come. */
function feed(session: ReturnType<typeof createAmiSession>, { bytes, connectedMs, closedMs }: Recorded): void {
  const msPerByte = (closedMs - connectedMs) / bytes.length;
  session.connectionMade(connectedMs);
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    session.bytes(bytes.subarray(at, at + PIECE_BYTES), connectedMs + at * msPerByte);
  }
  session.connectionLost(closedMs, "end of the recording");
}

const messages = split(all, ignore);
const perSecond = (way: () => unknown) => (): number => {
  const before = process.cpuUsage();
  for (let lap = 0; lap < LAPS_A_ROUND; lap += 1) way();
  const { user, system } = process.cpuUsage(before);
  return (LAPS_A_ROUND * messages) / ((user + system) / 1e6);
};

const rates = await inRounds(ROUNDS + WARM_UP, { limit: perSecond(limit), ours: perSecond(ours) });
const settled = (values: readonly number[]): number => median(values.slice(WARM_UP));
const offered = [...ours().days.values()]
  .flatMap(({ queues }) => [...queues.values()])
  .reduce((sum, { ledger }) => sum + ledger.inHours.offered + ledger.outOfHours.offered, 0);
console.log(`${messages} messages a lap, ${offered} visits folded, ${ROUNDS} rounds of ${LAPS_A_ROUND} laps`);
showFindings([
  {
    what: "AMI bytes → folded state",
    ours: settled(rates.ours),
    unit: "messages/s",
    limit: { name: "split, discard early", value: settled(rates.limit) },
    goal: 0.35,
    stretch: 0.6,
    better: "more",
  },
]);
if (read === 0) throw new Error("the limit read nothing");
